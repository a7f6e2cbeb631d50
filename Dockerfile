# The product without its embedded PostgreSQL: it needs DATABASE_URL and TELEGRAM_BOT_TOKEN.
#   docker build -t lapor-pustaka .
#   docker run -p 8080:8080 -e TELEGRAM_BOT_TOKEN=… -e DATABASE_URL=postgresql://… lapor-pustaka

FROM maven:3.9-eclipse-temurin-25 AS build
# PostgreSQL, on which jOOQ's classes are generated, does not run as root; the image's own user 1000 will do
RUN install -d -o 1000 /build /m2
USER 1000
ENV MAVEN_OPTS="-Dmaven.repo.local=/m2 -Duser.home=/build"
WORKDIR /build
# fetched anew only when the pom changes
COPY --chown=1000 pom.xml .
RUN mvn -B -ntp dependency:go-offline
COPY --chown=1000 db db
COPY --chown=1000 src src
RUN mvn -B -ntp package -DskipTests && rm target/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home lapor && install -d -o lapor /data
COPY --from=build /build/target/lib /app/lib
COPY --from=build /build/target/lapor-pustaka-1.0-SNAPSHOT.jar /app/
USER lapor
WORKDIR /app
ENV DATA_DIR=/data HTTP_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["sh", "-c", "curl --fail --silent --output /dev/null http://127.0.0.1:$HTTP_PORT/readyz"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=70", "-jar", "lapor-pustaka-1.0-SNAPSHOT.jar"]
