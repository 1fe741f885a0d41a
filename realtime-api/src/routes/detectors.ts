import { z } from 'zod'
import { allSettings } from '@errorsense/core/detectors/steps.ts'
import type { Api, Context } from '../context.ts'
import { previewJob } from '../preview-job.ts'
import { detectorList, preview } from '../schemas.ts'

const MOST_DAYS = 7

export function detectors(api: Api, { detecting, clock }: Context): void {
  const tags = ['detectors']
  const job = previewJob(detecting, clock, api.log)
  api.addHook('onClose', () => job.stop())

  api.get(
    '/detectors',
    {
      schema: {
        tags,
        summary: 'Every detector: whether it runs, whether it only simulates, how soon it tells',
        response: { 200: detectorList },
      },
    },
    () => ({ detectors: allSettings(detecting.settings) }),
  )

  api.get(
    '/detectors/preview',
    {
      schema: {
        tags,
        summary: 'How many incidents each sensitivity would have told of the last days, when that was asked for',
        response: { 200: preview },
      },
    },
    () => job.state(),
  )

  api.post(
    '/detectors/preview',
    {
      schema: {
        tags,
        summary: 'Counts that from what is stored, which takes minutes; one at a time',
        body: z.object({ days: z.number().int().min(1).max(MOST_DAYS).default(MOST_DAYS) }).nullish(),
        response: { 200: preview },
      },
    },
    ({ body }) => job.start(body?.days ?? MOST_DAYS),
  )
}
