/** The health check of the image: asks what the role serves. A role without a port is well as long as it runs. */
import { readFileSync } from 'node:fs'

const { PORT = '3000', COLLECTOR_PORT = '3001' } = process.env

interface Check {
  readonly url: string
  readonly well: (status: number) => boolean
}

const page: Check = { url: `http://127.0.0.1:${PORT}/readyz`, well: (status) => status === 200 }
const intake: Check = { url: `http://127.0.0.1:${COLLECTOR_PORT}/`, well: () => true }
const checks = new Map([
  ['all', page],
  ['serve', page],
  ['collect', intake],
])

/** Of the first process of the container, which may have an init before it. */
function verb(): string {
  const words = readFileSync('/proc/1/cmdline', 'utf8').split('\0')
  return words[words.findIndex((word) => word.endsWith('main.ts')) + 1]
}

async function isWell(): Promise<boolean> {
  const check = checks.get(verb())
  if (check === undefined) return true
  const answer = await fetch(check.url, { signal: AbortSignal.timeout(4000) }).catch(() => undefined)
  return answer !== undefined && check.well(answer.status)
}

process.exitCode = (await isWell()) ? 0 : 1
