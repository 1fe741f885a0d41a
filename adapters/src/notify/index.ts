import type { Notifier } from '@errorsense/core/ports/notifier.ts'
import { webhookNotifier } from './webhook.ts'

/** By the name they have in the configuration. */
export const notifiers = {
  webhook: webhookNotifier,
} satisfies Record<string, (options: never) => Notifier>
