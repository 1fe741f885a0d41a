import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Apache Kafka from Maven Central: the jars are all there is to it. */
export const kafkaVersion = '4.4.0'
const LOG4J_VERSION = '2.25.5'
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
const MINIMUM_JAVA = 17

export const cacheFolder = join(import.meta.dirname, '..', '..', '.cache', 'kafka')
const versionFolder = join(cacheFolder, kafkaVersion)
const libFolder = join(versionFolder, 'lib')

/** Without the second one the broker logs nothing. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>errorsense</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${kafkaVersion}</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>${LOG4J_VERSION}</version></dependency>
  </dependencies>
</project>
`

const run = promisify(execFile)

/** What is missing to run a broker here; false when nothing is. */
export function whyNoKafka(): string | false {
  const java = spawnSync(javaTool('java'), ['-version'], { encoding: 'utf8' })
  if (java.error !== undefined) return `no java: install a JRE >= ${MINIMUM_JAVA} or set JAVA_HOME`
  const major = Number(/version "(\d+)/.exec(java.stderr)?.[1])
  if (!(major >= MINIMUM_JAVA)) return `java ${major} is too old: Kafka needs ${MINIMUM_JAVA} or newer`
  if (existsSync(libFolder)) return false
  return spawnSync('mvn', ['-v']).error === undefined ? false : 'no mvn: Maven fetches Kafka the first time'
}

/** `java` and `keytool` of JAVA_HOME, or of the path. */
export function javaTool(name: string): string {
  const home = process.env.JAVA_HOME
  return home === undefined ? name : join(home, 'bin', name)
}

/** The class path of Kafka; fetched once per version. */
export async function installKafka(report: (line: string) => void): Promise<string> {
  if (!existsSync(libFolder)) await fetchJars(report)
  return join(libFolder, '*')
}

async function fetchJars(report: (line: string) => void): Promise<void> {
  report(`fetching Kafka ${kafkaVersion} (43 MB) from Maven Central into ${libFolder}`)
  mkdirSync(versionFolder, { recursive: true })
  writeFileSync(join(versionFolder, 'pom.xml'), POM)
  // Into its place only when complete: two may fetch at once, and one may be interrupted.
  const partial = join(versionFolder, `lib-${process.pid}`)
  await run('mvn', ['-B', '-q', PLUGIN, `-DoutputDirectory=${partial}`], { cwd: versionFolder })
  if (existsSync(libFolder)) rmSync(partial, { recursive: true })
  else renameSync(partial, libFolder)
}
