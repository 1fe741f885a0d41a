import { notifiers } from '@errorsense/adapters/notify/index.ts'
import { alertNotifier, type Channel } from '@errorsense/alert-notifier/main.ts'
import type { Config } from '@errorsense/adapters/runtime/config.ts'
import { createTopics } from '@errorsense/anomaly-processor/main.ts'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import { runRole, type RoleParts } from '../role.ts'
import type { Running } from '../run.ts'
import type { Verb } from './verb.ts'

export const notify: Verb = (command, context) => {
  command
    .addHelpText(
      'after',
      '\nExample:\n  WEBHOOK_URL=https://example.org/hook WEBHOOK_SECRET=whsec_... npx errorsense notify',
    )
    .action(() =>
      runRole(context, 'alert-notifier', async (parts) => {
        const { bus, config } = parts
        if (channelsOf(config).length === 0) {
          throw new ErrorSenseError(
            'config',
            'there is nobody to tell: set WEBHOOK_URL, or write channels under notify: in CONFIG_FILE',
          )
        }
        await createTopics(bus, config)
        return startNotifier(parts)
      }),
    )
}

export async function startNotifier({ bus, store, config, logger }: RoleParts): Promise<Running> {
  const notifier = alertNotifier({ bus, store, channels: channelsOf(config), logger })
  await notifier.start()
  return { done: () => new Promise(() => undefined), stop: () => notifier.stop() }
}

/** The channels of the settings. */
export function channelsOf(config: Config): Channel[] {
  return config.file.notify.map(({ webhook, secretEnv, minSeverity, services, allowPrivate }) => ({
    notifier: notifiers.webhook({ url: webhook, secret: config.secret(secretEnv), allowPrivate }),
    minSeverity,
    ...(services && { services }),
  }))
}
