# Two stages: the first builds with the project's own commands, the second
# holds only what serves.  `make image` builds it without docker, on a base of
# the machine's own Debian mirror.
ARG BASE=debian:bookworm-slim
FROM ${BASE} AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make
WORKDIR /src
COPY Makefile ./
COPY scripts scripts
RUN make deps
COPY server/docs/package.json server/docs/package-lock.json server/docs/.npmrc server/docs/
COPY server/page/package.json server/page/package-lock.json server/page/
# How to reach the npm registry may be lent, as npmrc.
RUN --mount=type=secret,id=npmrc --mount=type=secret,id=npm-ca \
    NPM_CONFIG_USERCONFIG=/run/secrets/npmrc make page-deps
COPY CMakeLists.txt CMakePresets.json openapi.yaml ./
COPY cmake cmake
COPY server server
COPY tests tests
RUN make build

FROM ${BASE}
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="crosscheck" \
      org.opencontainers.image.description="A drug-interaction checker over HTTP" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# The logs and the cache of the installation would differ from build to build.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      libcpp-httplib0.11 libdeflate0 libprometheus-cpp-core1.0 libsodium23 libspdlog1.10 \
      libsystemd0 libutf8proc2 libcjose0 libcurl4 ca-certificates libsoci-core4.0 libsoci-sqlite3-4.0 \
 && useradd --system --no-create-home --shell /usr/sbin/nologin crosscheck \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/apt/archives/*.deb \
      /var/cache/ldconfig/aux-cache /var/log/apt /var/log/*.log
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
