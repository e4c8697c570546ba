# soknad and nothing else. docker run --rm -v "$PWD:/work" soknad assemble
FROM golang:1.26 AS build
WORKDIR /source
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /soknad ./cmd/soknad

FROM scratch
COPY --from=build /soknad /soknad
WORKDIR /work
ENTRYPOINT ["/soknad"]
