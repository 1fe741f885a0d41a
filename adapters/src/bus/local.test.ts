import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { busContract } from '../../../core/contracts/bus.ts'
import { localBus } from './local.ts'

const folder = mkdtempSync(join(tmpdir(), 'errorsense-bus-'))
after(() => rmSync(folder, { recursive: true }))

busContract('local bus', () => localBus({ path: join(folder, 'contract', 'bus.db') }))
