import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { sensitivityPreview } from '@errorsense/anomaly-processor/preview.ts'
import { FINDINGS_TOPIC, OBSERVATIONS_TOPIC } from '@errorsense/anomaly-processor/topics.ts'
import { realtimeApi, type RealtimeApiOptions } from '@errorsense/realtime-api/main.ts'
import { detectorOptions } from '../detecting.ts'
import { runRole, type RoleParts } from '../role.ts'
import type { Running } from '../run.ts'
import { version } from '../version.ts'
import type { Verb } from './verb.ts'

export const serve: Verb = (command, context) => {
  command
    .addHelpText(
      'after',
      '\nExample:\n  HOST=0.0.0.0 API_SECRET_KEY=... KAFKA_BROKER=localhost:9092 CLICKHOUSE_URL=http://localhost:8123 npx errorsense serve',
    )
    .action(() =>
      runRole(context, 'realtime-api', async (parts) => {
        await createTopics(parts.bus, parts.config)
        const { running, url } = await startApi(parts)
        parts.logger.info(`the page is on ${url}`)
        return running
      }),
    )
}

/** Starts the role by the settings; `url` is where a browser finds it. */
export async function startApi({ config, logger, bus, store }: RoleParts): Promise<{ running: Running; url: string }> {
  const detecting = detectorOptions(config.file)
  const options: RealtimeApiOptions = {
    store,
    bus,
    logger,
    host: config.host,
    port: config.port,
    ...(config.apiKey !== undefined && { apiKey: config.apiKey }),
    dashboardDir: new URL('../../../dashboard/dist', import.meta.url).pathname,
    version,
    detecting: {
      settings: config.file.detectors,
      preview: (range, watch) => sensitivityPreview({ store, range, detecting, ...watch }),
    },
    watched: [
      { topic: config.topic, group: config.group },
      { topic: OBSERVATIONS_TOPIC, group: `${config.group}-detect` },
      { topic: FINDINGS_TOPIC, group: `${config.group}-correlate` },
    ],
  }
  const api = realtimeApi(options)
  const { url } = await api.start()
  return { running: { done: () => new Promise(() => undefined), stop: () => api.stop() }, url }
}
