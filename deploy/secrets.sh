#!/bin/sh
# Makes what docker-compose.prod.yml asks for below secrets/: passwords, a key and certificates. What is there stays;
# certificates are renewed, so run it again before they end (DAYS, 397).
set -eu
cd "$(dirname "$0")/.."
mkdir -p secrets
chmod 700 secrets
for name in kafka_password clickhouse_password api_secret_key webhook_secret; do
  [ -s "secrets/$name" ] && continue
  openssl rand -hex 24 >"secrets/$name"
  # Containers read it as users of their own; the folder is closed.
  chmod 644 "secrets/$name"
  echo "secrets/$name: made"
done
deploy/certificates/make.sh secrets/tls kafka,localhost,127.0.0.1 clickhouse,localhost,127.0.0.1
