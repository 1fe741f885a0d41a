import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { javaTool } from './install.ts'

/** TLS and passwords for the listener of the clients, made for one run and thrown away with it. */
export interface Security {
  readonly username: string
  readonly password: string
  /** The file in PEM that clients trust. */
  readonly ca: string
  readonly properties: Record<string, string>
  /** Arguments of the storage tool that make the user known. */
  readonly scram: readonly string[]
}

const run = promisify(execFile)
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule'
const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule'

export async function makeSecurity(folder: string): Promise<Security> {
  const username = 'errorsense'
  const password = randomBytes(12).toString('hex')
  const ca = join(folder, 'ca.pem')
  const keystore = join(folder, 'server.p12')
  await makeCertificate(folder, { password, ca, keystore })
  const listener = 'listener.name.client'
  return {
    username,
    password,
    ca,
    scram: ['--add-scram', `SCRAM-SHA-512=[name=${username},password=${password}]`],
    properties: {
      [`${listener}.ssl.keystore.location`]: keystore,
      [`${listener}.ssl.keystore.password`]: password,
      [`${listener}.ssl.keystore.type`]: 'PKCS12',
      [`${listener}.sasl.enabled.mechanisms`]: 'PLAIN,SCRAM-SHA-512',
      [`${listener}.plain.sasl.jaas.config`]: `${PLAIN} required user_${username}="${password}";`,
      [`${listener}.scram-sha-512.sasl.jaas.config`]: `${SCRAM} required;`,
    },
  }
}

interface Certificate {
  readonly password: string
  readonly ca: string
  readonly keystore: string
}

/** An authority, and a certificate of it for this machine, with the tool that comes with Java. */
async function makeCertificate(folder: string, { password, ca, keystore }: Certificate): Promise<void> {
  const authority = join(folder, 'ca.p12')
  const request = join(folder, 'server.csr')
  const signed = join(folder, 'server.pem')
  const keytool = (store: string, ...args: string[]): Promise<unknown> =>
    run(javaTool('keytool'), [...args, '-keystore', store, '-storetype', 'PKCS12', '-storepass', password, '-noprompt'])
  const pair = ['-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '30']
  const names = 'san=dns:localhost,ip:127.0.0.1'

  await keytool(authority, ...pair, '-alias', 'ca', '-dname', 'CN=ErrorSense development', '-ext', 'bc:c')
  await keytool(authority, '-exportcert', '-rfc', '-alias', 'ca', '-file', ca)
  await keytool(keystore, ...pair, '-alias', 'server', '-dname', 'CN=localhost')
  await keytool(keystore, '-certreq', '-alias', 'server', '-file', request)
  await keytool(authority, '-gencert', '-rfc', '-alias', 'ca', '-ext', names, '-infile', request, '-outfile', signed)
  await keytool(keystore, '-importcert', '-alias', 'ca', '-file', ca)
  await keytool(keystore, '-importcert', '-alias', 'server', '-file', signed)
}
