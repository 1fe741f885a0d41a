#!/bin/bash
# Entry of the ClickHouse container: the password comes from a file, and only its hash is handed on.
set -eu
password=$(cat /run/secrets/clickhouse_password)
if [ ${#password} -lt 16 ]; then
  echo 'clickhouse_password has fewer than 16 characters: deploy/secrets.sh makes one' >&2
  exit 1
fi
ERRORSENSE_PASSWORD_SHA256=$(printf %s "$password" | sha256sum | cut -d' ' -f1)
export ERRORSENSE_PASSWORD_SHA256
exec /entrypoint.sh
