import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SecurityEvent } from './event.ts'
import { readLine } from './read-line.ts'
import { sessionJoin } from './session-join.ts'

/** Which lines are told, as `line kind address`. */
function told(...lines: string[]): string[] {
  const join = sessionJoin<number>()
  const joined = lines.flatMap((line, i) => {
    const event = eventOf(line, i * 100)
    return event === undefined ? [] : join.join(event, i)
  })
  return [...joined, ...join.flush()].map(({ event, ref }) => `${ref} ${event.kind} ${event.ip}`)
}

function eventOf(line: string, time: number): SecurityEvent | undefined {
  const event = readLine(line, { message: line.replace(/^\S+\[\d+\]: /, '') })
  return event && { ...event, time, service: 'x', shape: line.replace(/\d+/g, '#'), sample: line }
}

test('a failure without address is told by the line that names the other side', () => {
  assert.deepEqual(
    told(
      'sshd[7]: User root not allowed because account is locked',
      'sshd[7]: Received disconnect from 203.0.113.1: 11: Bye',
    ),
    ['1 auth_failure 203.0.113.1'],
  )
})

test('a later failure borrows the address of its session, another session has none to lend', () => {
  const lines = [
    'sshd[7]: Connection from 203.0.113.1 port 4711',
    'sshd[7]: Too many authentication failures for root',
    'sshd[8]: Too many authentication failures for root',
  ]
  assert.deepEqual(told(...lines), ['1 auth_failure 203.0.113.1'])
})

test('a hang-up before sign-in counts only where nothing was told and nobody got in', () => {
  const closing = 'Connection closed by 203.0.113.1 port 22 [preauth]'
  assert.deepEqual(told(`sshd[7]: ${closing}`), ['0 probe 203.0.113.1'])
  assert.deepEqual(told('sshd[7]: Failed password for root from 203.0.113.1 port 22', `sshd[7]: ${closing}`), [
    '0 auth_failure 203.0.113.1',
  ])
  assert.deepEqual(told('sshd[7]: Accepted password for amy from 203.0.113.1 port 22', `sshd[7]: ${closing}`), [
    '0 auth_success 203.0.113.1',
  ])
})

test('a library speaks for a program that says nothing itself', () => {
  const library = 'pam_unix(auth): authentication failure; rhost=203.0.113.1 user=root'
  assert.deepEqual(told(`ftpd[7]: ${library}`), ['0 auth_failure 203.0.113.1'])
  assert.deepEqual(
    told(`ftpd[7]: ${library}`, 'ftpd[7]: Failed password for root from 203.0.113.1 port 22', `ftpd[8]: ${library}`),
    ['1 auth_failure 203.0.113.1'],
  )
})

test('a process that serves many addresses lends none of them', () => {
  const clients = [1, 2, 3].map((i) => `authd[7]: Connection from 203.0.113.${i} port 4711`)
  assert.deepEqual(told(...clients, 'authd[7]: invalid password for root'), [])
})

test('state is bounded: sixty thousand sessions later the first one is forgotten', () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `sshd[${i + 1}]: Connection from 203.0.113.1 port 4711`)
  assert.deepEqual(told(...lines, 'sshd[1]: Too many authentication failures for root'), [])
})
