#!/bin/bash
# Entry of the Kafka container: makes the account of the clients on the first start, then runs the broker.
set -eu
config=/etc/errorsense/server.properties
password=$(cat /run/secrets/kafka_password)
if [ ${#password} -lt 16 ]; then
  echo 'kafka_password has fewer than 16 characters: deploy/secrets.sh makes one' >&2
  exit 1
fi
/opt/kafka/bin/kafka-storage.sh format --ignore-formatted --cluster-id "$KAFKA_CLUSTER_ID" --config "$config" \
  --add-scram "SCRAM-SHA-512=[name=errorsense,password=$password]"
exec /opt/kafka/bin/kafka-server-start.sh "$config"
