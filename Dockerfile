# Two stages: the first builds with the project's own commands, the second
# holds only what serves.
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make
WORKDIR /src
COPY Makefile ./
COPY scripts scripts
RUN make deps
COPY CMakeLists.txt CMakePresets.json openapi.yaml ./
COPY server server
COPY tests tests
RUN make build

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      libcpp-httplib0.11 libdeflate0 libprometheus-cpp-core1.0 libsodium23 libspdlog1.10 libutf8proc2 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --no-create-home --shell /usr/sbin/nologin crosscheck
COPY --from=build /src/build/release/crosscheck /usr/bin/crosscheck
COPY rules /usr/share/crosscheck/rules
# A container is reached through the ports that its runner opens, so whoever runs it
# decides who may ask; CROSSCHECK_KEYS names a file of keys.
ENV CROSSCHECK_HOST=0.0.0.0 \
    CROSSCHECK_ALLOW_ANONYMOUS=true \
    CROSSCHECK_PORT=8080 \
    CROSSCHECK_RULES=/usr/share/crosscheck/rules
USER crosscheck
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["crosscheck", "healthcheck", "--host", "127.0.0.1"]
ENTRYPOINT ["crosscheck"]
CMD ["serve"]
