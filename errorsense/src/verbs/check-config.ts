import { loadConfig } from '@errorsense/adapters/runtime/config.ts'
import { explain } from '@errorsense/core/rules/explain.ts'
import type { Verb } from './verb.ts'

export const checkConfig: Verb = (command) => {
  command
    .argument('<file>', 'YAML configuration, as named by CONFIG_FILE')
    .addHelpText('after', '\nExample:\n  npx errorsense check-config errorsense.yaml')
    .action((file: string) => {
      const { kafka, clickhouse, host, port, dataDir, file: own } = loadConfig(process.env, file)
      const lines = [
        `bus      ${kafka ? `Kafka at ${kafka.brokers.join(', ')}${kafka.sasl ? `, ${kafka.sasl.mechanism}` : ''}${kafka.tls ? ', TLS' : ''}` : `embedded, below ${dataDir}`}`,
        `store    ${clickhouse ? `ClickHouse at ${clickhouse.url}, database ${clickhouse.database}` : `embedded, below ${dataDir}`}`,
        `page     http://${host}:${port}`,
        ...own.sources.map(
          (source) => `read     ${'file' in source ? source.file : `HTTP on ${source.http.host}:${source.http.port}`}`,
        ),
        ...own.notify.map(
          ({ webhook, minSeverity, services }) =>
            `notify   ${new URL(webhook).origin} from ${minSeverity} on, ${services?.join(', ') ?? 'all services'}`,
        ),
        ...Object.entries(own.detectors).map(
          ([name, { enabled, simulate, sensitivity }]) =>
            `detect   ${name}: ${enabled ? `${simulate ? 'simulated, tells nobody' : 'on'}, sensitivity ${sensitivity}` : 'off'}`,
        ),
        ...own.rules.map((rule) => `rule     ${explain(rule)}`),
      ]
      process.stdout.write(`${lines.join('\n')}\n${file} is right.\n`)
    })
}
