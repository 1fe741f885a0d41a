import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, statementsIn, type Language } from './statements.ts'

function textsIn(source: string, calls: RegExp, language: Language): string[] {
  return statementsIn('f', source, calls, language).map(({ parts }) =>
    parts.map((part) => (typeof part === 'string' ? part : `<${part.verb} ${part.expression}>`)).join(''),
  )
}

test('adjacent strings, macros of verbs and comments of C', () => {
  const source = `log_info(LOG_X, /* why, not */ "took %" PRIu64 " bytes, "
      "from %s (100%%)", size, inet_ntoa(a, b));`
  assert.deepEqual(textsIn(source, /\blog_info\s*\(/g, languages.c), [
    'took <d size> bytes, from <s inet_ntoa(a, b)> (100%)',
  ])
})

test('a name before the text is not the text', () => {
  assert.deepEqual(textsIn('gf_log("core", W, "no %s here", p)', /\bgf_log\(/g, languages.c), ['no <s p> here'])
})

test('verbs and keyed values of Go', () => {
  const source = 'klog.Infof("pod %q is %v", name, st)\nklog.InfoS("Pod gone", "pod", ref)'
  assert.deepEqual(textsIn(source, /\bklog\.InfoS?f?\(/g, languages.go), [
    'pod <q name> is <v st>',
    '"Pod gone" pod="<v ref>"',
  ])
})

test('braces and pluses of Java', () => {
  const source = 'LOG.info("up {} of {}", a, b());\nLOG.warn("bad " + id + ", leaving");'
  assert.deepEqual(textsIn(source, /\bLOG\.(?:info|warn)\(/g, languages.java), [
    'up <s a> of <s b()>',
    'bad <s id>, leaving',
  ])
})

test('all the ways of Python', () => {
  const source = `
log.info("took %s, %(name)s", t)
log.info(f"took {x!r} of {self.n:.2f}")
log.info("took {} of {all}".format(a))
log.info("took %s of %s" % (a, b))`
  assert.deepEqual(textsIn(source, /\blog\.info\(/g, languages.python), [
    'took <s t>, <s name>',
    'took <s x> of <s self.n>',
    'took <s a> of <s all>',
    'took <s a> of <s b>',
  ])
})

test('templates of JavaScript', () => {
  assert.deepEqual(textsIn('log.info(`took ${a.b} of ${c()}`, NS)', /\blog\.info\(/g, languages.javascript), [
    'took <s a.b> of <s c()>',
  ])
})
