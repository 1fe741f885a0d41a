import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** TLS and passwords for the listener of the clients, made for one run and thrown away with it. */
export interface Security {
  readonly username: string
  readonly password: string
  /** The file in PEM that clients trust. */
  readonly ca: string
  readonly properties: Record<string, string>
  /** Arguments of the storage tool that make the accounts known. */
  readonly scram: readonly string[]
}

/** An account that may do nothing, with the same password. */
export const STRANGER = 'stranger'

const run = promisify(execFile)
const deploy = join(import.meta.dirname, '..', '..', 'deploy')
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule'
const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule'
const LISTENER = 'listener.name.client'

export async function makeSecurity(folder: string): Promise<Security> {
  const username = 'errorsense'
  const password = randomBytes(12).toString('hex')
  await run(join(deploy, 'certificates', 'make.sh'), [folder, 'kafka,localhost,127.0.0.1'])
  const accounts = [username, STRANGER].flatMap((name) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((how) => ['--add-scram', `${how}=[name=${name},password=${password}]`]),
  )
  return {
    username,
    password,
    ca: join(folder, 'ca.pem'),
    scram: accounts,
    properties: {
      ...productionProperties(),
      [`${LISTENER}.ssl.keystore.location`]: join(folder, 'kafka.keystore.pem'),
      // Production has one mechanism; here are all that clients may meet.
      [`${LISTENER}.sasl.enabled.mechanisms`]: 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
      [`${LISTENER}.scram-sha-256.sasl.jaas.config`]: `${SCRAM} required;`,
      [`${LISTENER}.plain.sasl.jaas.config`]: `${PLAIN} required user_${username}="${password}";`,
    },
  }
}

/** What docker-compose.prod.yml says about clients and their rights. */
function productionProperties(): Record<string, string> {
  const lines = readFileSync(join(deploy, 'kafka', 'server.properties'), 'utf8').split('\n')
  const told = lines.filter((line) => /^(listener\.name\.client|authorizer|super\.users)/.test(line))
  return Object.fromEntries(told.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}
