#!/usr/bin/env node
/** The way in: what the command compiles is kept, so that the next start has half the work; then the command. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Beside the packages: a folder that others may write to must not hold what we run. Where it can not be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'))
await import('./command.ts')
