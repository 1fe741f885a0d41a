#!/bin/sh
# Makes an authority, and certificates of it for servers and clients:
#
#   deploy/certificates/make.sh FOLDER NAME[,ALIAS...]...
#   deploy/certificates/make.sh secrets/tls kafka,localhost,127.0.0.1 clickhouse,localhost
#
# Each gets NAME.pem (certificate), NAME.key and NAME.keystore.pem (both, as Kafka reads them), valid for its name and
# aliases, host names or IPv4 addresses, for DAYS (397). Run again it renews them under the same ca.pem.
set -eu

days=${DAYS:-397}
if [ $# -lt 2 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
folder=$1
shift
command -v openssl >/dev/null || { echo 'no openssl: install it' >&2; exit 1; }

# The folder is closed instead of the files: containers read these as users of their own.
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"
curve='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'

if [ ! -f ca.key ]; then
  # shellcheck disable=SC2086 # several words on purpose
  openssl req -x509 $curve -keyout ca.key -out ca.pem -days 3650 -subj '/CN=ErrorSense authority' \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
fi

for names in "$@"; do
  name=${names%%,*}
  alternatives=$(echo "$names" | tr ',' '\n' | sed -E 's/^([0-9.]+)$/IP:\1/; t; s/^/DNS:/' | paste -sd, -)
  # shellcheck disable=SC2086
  openssl req -new $curve -keyout "$name.key" -out "$name.csr" -subj "/CN=$name" 2>/dev/null
  printf 'subjectAltName=%s\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth,clientAuth\n' \
    "$alternatives" >"$name.ext"
  openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" -sha256 \
    -extfile "$name.ext" -out "$name.pem" 2>/dev/null
  cat "$name.key" "$name.pem" ca.pem >"$name.keystore.pem"
  chmod 644 "$name.key" "$name.keystore.pem"
  rm "$name.csr" "$name.ext"
  echo "$folder/$name.pem: $alternatives, until $(openssl x509 -noout -enddate -in "$name.pem" | cut -d= -f2)"
done
