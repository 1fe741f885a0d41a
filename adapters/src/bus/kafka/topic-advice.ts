import { Admin, ConfigResourceTypes } from '@platformatic/kafka'
import { FORBIDDEN, translate } from './errors.ts'
import { clientOptions, type KafkaBusOptions } from './options.ts'

/** Settings of topics that lose records behind our back, each with what to do; nothing where we may not look. */
export async function adviceOnTopics(options: KafkaBusOptions, topics: readonly string[]): Promise<string[]> {
  const admin = new Admin(clientOptions(options))
  try {
    const resources = topics.map((resourceName) => ({
      resourceType: ConfigResourceTypes.TOPIC,
      resourceName,
      configurationKeys: ['cleanup.policy'],
    }))
    const described = await admin.describeConfigs({ resources })
    return described.flatMap(({ resourceName, configs }) =>
      configs.flatMap(({ value }) => (value?.includes('compact') === true ? [compacted(resourceName)] : [])),
    )
  } catch (cause) {
    const error = translate(cause, options)
    if (FORBIDDEN.test(error.message)) return []
    throw error
  } finally {
    await admin.close()
  }
}

function compacted(topic: string): string {
  return `topic ${topic} is compacted: of each key only the last record stays, the others may go before they are read; set its cleanup.policy to delete`
}
