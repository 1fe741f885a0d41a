import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { explain } from '@errorsense/core/rules/explain.ts'
import { loadConfigFile } from './config.ts'

const name = join(mkdtempSync(join(tmpdir(), 'errorsense-rules-')), 'rules.yaml')

function rules(text: string) {
  writeFileSync(name, `rules:\n${text}`)
  return loadConfigFile(name).rules
}

describe('each form is explained in a sentence', () => {
  const cases: [text: string, sentence: string][] = [
    [
      '  - {name: a, match: {template: payment failed}}\n',
      'a (medium): tells when there are lines with a text that contains "payment failed".',
    ],
    [
      '  - {name: b, severity: high, match: {service: [shop, cart], level: error}, threshold: {count: 10, within: 5m}, by: service}\n',
      'b (high): tells when 10 or more error lines with (a service that is "shop" or a service that is "cart") come within 5m, for each service.',
    ],
    [
      '  - {name: c, match: {message: "/backup .*done/i"}, absence: {within: 26h}}\n',
      'c (medium): tells when no lines with a text that matches /backup .*done/i come for 26h.',
    ],
    [
      '  - {name: d, match: {template: declined}, ratio: {of: {match: {service: shop}}, above: 0.05, within: 10m, min: 50}}\n',
      'd (medium): tells when the share of lines with a text that contains "declined" among lines with a service that is "shop" is above 0.05 within 10m, once there are 50 of them.',
    ],
    [
      '  - {name: e, sequence: {steps: [{deed: auth_failure}, {deed: auth_success}], within: 60s}, by: ip}\n',
      'e (medium): tells when lines with a deed that is "auth_failure", then lines with a deed that is "auth_success" come within 1m, for each address.',
    ],
    [
      '  - {name: f, match: {status: 404}, threshold: {count: 5, within: 1d}, by: ip}\n',
      'f (medium): tells when 5 or more lines with a status that is "404" come within 1d, for each address.',
    ],
  ]
  for (const [text, sentence] of cases) test(sentence, () => assert.deepEqual(rules(text).map(explain), [sentence]))
})

describe('what is wrong is told with its place and what to write', () => {
  const cases: [text: string, place: string, complaint: RegExp][] = [
    ['  - name: a\n    match: {template: x}\n    treshold: {count: 1}\n', '4:5', /unknown setting "treshold"/],
    ['  - name: a\n    match:\n      servce: x\n', '4:7', /unknown setting "servce"/],
    [
      '  - name: a\n    match: {template: x}\n    absence: {within: soon}\n',
      '4:15',
      /"soon" is no duration: write .*5m/,
    ],
    ['  - name: a\n    match: {template: x}\n    absence: {within: 1s}\n', '4:15', /write 5s or more/],
    ['  - name: a\n    match: {template: from 10.0.0.7}\n', '3:13', /write "from <\*>"/],
    ['  - name: a\n    match: {message: done}\n', '3:13', /write \/done\//],
    ['  - name: a\n    match: {level: warn}\n', '3:13', /"warn" is not told apart: write error/],
    ['  - name: a\n    match: {status: 503}\n', '3:13', /write level: error/],
    ['  - name: a\n    match: {status: 200}\n', '3:13', /not told one by one/],
    ['  - name: a\n    match: {level: error, status: 404}\n', '3:5', /write one of them/],
    ['  - name: a\n    match: {}\n', '3:5', /would match every line/],
    ['  - name: a\n', '2:5', /would match every line/],
    [
      '  - name: a\n    match: {template: x}\n    absence: {within: 1m}\n    threshold: {count: 1, within: 1m}\n',
      '4:5',
      /both threshold and absence: write two rules/,
    ],
    ['  - name: a\n    sequence: {steps: [{template: x}, {template: y}], within: 1m}\n', '3:5', /needs by/],
    ['  - name: a\n    by: ip\n    sequence: {steps: [{template: x}], within: 1m}\n', '4:16', /two steps or more/],
    ['  - name: a\n    match: {level: error}\n    by: ip\n', '4:5', /leave it out/],
    [
      '  - name: a\n    match: {template: x}\n    ratio: {of: {match: {}}, within: 1m}\n',
      '4:5',
      /write above or below/,
    ],
    ['  - {name: a, match: {template: x}}\n  - {name: a, match: {template: y}}\n', '3:5', /a second rule/],
  ]
  for (const [text, place, complaint] of cases) {
    test(String(complaint), () =>
      assert.throws(
        () => rules(text),
        ({ message }: Error) => {
          assert.equal(message.split(': ')[0], `${name}:${place}`, message)
          assert.match(message, complaint)
          return true
        },
      ),
    )
  }
})
