// Makes a tagged PDF that keeps PDF/UA-1 of a Typst source:
// node typst.mjs FOLDER SOURCE FONTS PDF
import {writeFileSync} from 'node:fs';
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler';

const [, , folder, source, fonts, pdf] = process.argv;
const compiler = NodeCompiler.create({workspace: folder, fontArgs: [{fontPaths: [fonts]}]});
writeFileSync(pdf, compiler.pdf({mainFilePath: source}, {pdfStandard: 'ua-1'}));
