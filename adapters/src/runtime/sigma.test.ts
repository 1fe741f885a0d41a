import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { explain } from '@errorsense/core/rules/explain.ts'
import { loadConfigFile } from './config.ts'
import { sigmaRules } from './sigma.ts'

const folder = mkdtempSync(join(tmpdir(), 'errorsense-sigma-'))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const rule = (detection: string, head = 'logsource: {product: linux, service: sshd}') =>
  `title: Golden\nid: 7e2d1c9a-0000-4000-8000-000000000001\nstatus: test\nlevel: high\ntags: [attack.t1110]\n${head}\ndetection:\n${detection}`

describe('golden rules', () => {
  const cases: [name: string, detection: string, sentence: string][] = [
    [
      'keywords',
      '  keywords: [segfault, stack smashing]\n  condition: keywords\n',
      'there are lines with a service that is "sshd" and (a text that contains "segfault" or a text that contains "stack smashing").',
    ],
    [
      'fields and a filter',
      '  selection:\n    c-uri|contains: [wp-login, xmlrpc]\n    sc-status: 404\n  filter: {c-ip|startswith: "10."}\n  condition: selection and not filter\n',
      'there are lines with a service that is "sshd" and (a path that contains "wp-login" or a path that contains "xmlrpc") and a status that is "404" and not (a ip that starts with "10.").',
    ],
    [
      'a count',
      '  sel_one: {message|re: "^Failed .* for"}\n  timeframe: 5m\n  condition: 1 of sel_* | count() by src_ip > 9\n',
      '10 or more lines with a service that is "sshd" and a text that matches /^Failed .* for/ come within 5m, for each address.',
    ],
  ]
  for (const [name, detection, sentence] of cases) {
    test(name, () => {
      const [told] = sigmaRules(file('golden.yml', rule(detection)))
      assert.equal(explain(told), `Golden (high): tells when ${sentence}`)
    })
  }
})

test('an unknown level, informational, is low; without one it is medium', () => {
  const text = rule('  keywords: [a b]\n  condition: keywords\n')
  assert.equal(sigmaRules(file('low.yml', text.replace('high', 'informational')))[0].severity, 'low')
  assert.equal(sigmaRules(file('none.yml', text.replace('level: high\n', '')))[0].severity, 'medium')
})

describe('what is not supported is refused by name and place', () => {
  const fine = '  keywords: [segfault]\n  condition: keywords\n'
  const cases: [text: string, place: string, complaint: RegExp][] = [
    [`${rule(fine)}correlation: {type: event_count}\n`, '10:1', /"correlation" is not supported/],
    [rule(fine, 'logsource: {category: webserver}'), '6:1', /write service: NAME beside sigma:/],
    [rule('  sel: {Image|endswith: x}\n  condition: sel\n'), '8:9', /the field "Image" is not told/],
    [rule('  sel: {path|cidr: x}\n  condition: sel\n'), '8:9', /the modifier "cidr" is not supported/],
    [rule('  keywords: [segfault, port 22]\n  condition: keywords\n'), '8:24', /write "port <\*>"/],
    [rule('  keywords: [segfault]\n  condition: keyword\n'), '9:3', /no selection is called "keyword"/],
    [rule('  keywords: [segfault]\n  condition: [keywords]\n'), '9:3', /lists of conditions are not supported/],
    [rule('  keywords: [segfault]\n  condition: keywords | count() > 3\n'), '7:1', /needs timeframe/],
    [rule('  keywords: [a]\n  timeframe: 5m\n  condition: keywords\n'), '9:3', /timeframe without count/],
    [
      rule('  keywords: [a]\n  timeframe: 5m\n  condition: keywords | count() by path > 3\n'),
      '10:3',
      /by path is not supported/,
    ],
    ['title: x\n---\ntitle: y\n', '2:1', /multiple documents/],
  ]
  for (const [text, place, complaint] of cases) {
    test(String(complaint), () => {
      const path = file('refused.yml', text)
      assert.throws(
        () => sigmaRules(path),
        ({ message }: Error) => {
          assert.equal(message.split(': ')[0], `${path}:${place}`, message)
          assert.match(message, complaint)
          return true
        },
      )
    })
  }
})

test('a configuration names a file or a folder, and the service where the rules name none', () => {
  mkdirSync(join(folder, 'all', 'below'), { recursive: true })
  const detection = '  keywords: [segfault]\n  condition: keywords\n'
  file('all/one.yml', rule(detection, 'logsource: {category: webserver}'))
  file('all/below/two.yaml', rule(detection).replace('Golden', 'Other'))
  file('all/readme.txt', 'no rule')
  const config = file('config.yaml', `rules:\n  - sigma: ${join(folder, 'all')}\n    service: nginx\n`)
  assert.deepEqual(
    loadConfigFile(config).rules.map(({ name }) => name),
    ['Other', 'Golden'],
  )
  const without = file('without.yaml', `rules:\n  - sigma: ${join(folder, 'all')}\n`)
  assert.throws(
    () => loadConfigFile(without),
    /without\.yaml:2:5: rules\.0\.sigma: .*one\.yml:6:1: logsource|names no service/,
  )
  assert.throws(
    () => loadConfigFile(file('gone.yaml', 'rules:\n  - sigma: /nowhere.yml\n')),
    /the Sigma rule \/nowhere\.yml can not be read/,
  )
})
