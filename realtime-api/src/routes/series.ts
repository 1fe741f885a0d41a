import { z } from 'zod'
import { WINDOW_MS } from '@errorsense/core/aggregate/window.ts'
import { lately, type Api, type Context } from '../context.ts'
import { minutes, name, series as answer } from '../schemas.ts'

const MAX_POINTS = 5000
const SECONDS = WINDOW_MS / 1000

const querystring = z
  .object({
    service: name,
    minutes: minutes.default(60),
    step: z.coerce
      .number()
      .int()
      .min(SECONDS)
      .max(86_400)
      .multipleOf(SECONDS)
      .default(60)
      .describe(`Seconds per point, a multiple of ${SECONDS}`),
    until: z.iso.datetime({ offset: true }).optional().describe('End of the time asked for; now when left out'),
  })
  .refine(({ minutes, step }) => (minutes * 60) / step <= MAX_POINTS, {
    message: `more than ${MAX_POINTS} points: ask for a larger step`,
  })

export function series(api: Api, { store, clock }: Context): void {
  api.get(
    '/series',
    {
      schema: {
        tags: ['services'],
        summary: 'Lines, errors and latency of one service over time',
        querystring,
        response: { 200: answer },
      },
    },
    async ({ query: { service, minutes, step, until } }) => {
      const stepMs = step * 1000
      const { from, to } = lately(clock, minutes, until)
      // Whole steps only: half a step at either end would look like a drop.
      const range = { from: Math.floor(from / stepMs) * stepMs, to: Math.ceil(to / stepMs) * stepMs }
      return { service, step, points: await store.series({ service, stepMs, ...range }) }
    },
  )
}
