/** The settings of detectors as the file writes them. */
import { sensitivities } from '@errorsense/core/baseline/control.ts'
import { detectorNames } from '@errorsense/core/detectors/index.ts'
import { sensitive } from '@errorsense/core/detectors/settings.ts'
import { z } from 'zod'

const setting = z.strictObject({
  enabled: z.boolean().default(true),
  simulate: z.boolean().default(false),
  sensitivity: z.enum(sensitivities).default('normal'),
})

export const detectorSettings = z
  .record(z.string(), setting)
  .superRefine((settings, context) => {
    const names = detectorNames()
    for (const [name, { sensitivity }] of Object.entries(settings)) {
      if (!names.includes(name))
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `no such detector: write one of ${names.join(', ')}`,
        })
      else if (sensitivity !== 'normal' && !sensitive.has(name)) {
        const message = `has limits of its own: ${[...sensitive].join(', ')} know a sensitivity`
        context.addIssue({ code: 'custom', path: [name, 'sensitivity'], message })
      }
    }
  })
  .default({})
