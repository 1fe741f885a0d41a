import { Admin, ConfigResourceTypes, IncrementalAlterConfigOperationTypes } from '@platformatic/kafka'
import { answers, FORBIDDEN, translate } from './errors.ts'
import { clientOptions, type KafkaBusOptions } from './options.ts'

/** How soon a partition of a consumer that died is given to another, ms; less would take pauses for deaths. */
const SESSION_TIMEOUT_MS = 6000

/**
 * Has brokers notice the death of a consumer of these groups within seconds. Gives the groups for which they do not:
 * their lower bound is 45 s unless they are told otherwise, and it takes the right to alter groups.
 */
export async function quickTakeover(options: KafkaBusOptions, groups: readonly string[]): Promise<string[]> {
  const admin = new Admin(clientOptions(options))
  const refused: string[] = []
  try {
    for (const group of groups) if (!(await set(admin, options, group))) refused.push(group)
  } finally {
    await admin.close()
  }
  return refused
}

async function set(admin: Admin, options: KafkaBusOptions, group: string): Promise<boolean> {
  const timeout = {
    name: 'consumer.session.timeout.ms',
    value: String(SESSION_TIMEOUT_MS),
    configOperation: IncrementalAlterConfigOperationTypes.SET,
  }
  const resource = { resourceType: ConfigResourceTypes.GROUP, resourceName: group, configs: [timeout] }
  try {
    await admin.incrementalAlterConfigs({ resources: [resource] })
    return true
  } catch (error) {
    if (answers(error).some((answer) => answer === 'INVALID_CONFIG' || FORBIDDEN.test(answer))) return false
    throw translate(error, options)
  }
}
