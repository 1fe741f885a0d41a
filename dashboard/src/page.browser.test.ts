import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import type Axe from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { build } from 'vite'
import { memoryStore } from '../../adapters/src/store/memory.ts'
import { sampleIncidents } from '../../realtime-api/test/seed.ts'
import { publishJson, running } from '../../realtime-api/test/under-test.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no Chromium at ${executablePath}: apt-get install -y chromium`
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const phone = { width: 390, height: 844 }
const narrow = { width: 360, height: 740 }
const desk = { width: 1440, height: 900 }

suite('the page in a browser', { skip }, () => {
  let browser: Browser
  let dashboardDir: string
  let axe: string

  before(async () => {
    dashboardDir = await mkdtemp(join(tmpdir(), 'dashboard-'))
    const root = fileURLToPath(new URL('..', import.meta.url))
    await build({ root, logLevel: 'silent', build: { outDir: dashboardDir, emptyOutDir: true } })
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    browser = await chromium.launch({ executablePath, args: args.split(' ') })
  })
  after(async () => {
    await browser.close()
    await rm(dashboardDir, { recursive: true })
  })

  async function open(t: TestContext, address: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: 'en', serviceWorkers: 'block', ...options })
    t.after(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
    await page.goto(address)
    await page.locator('h1').waitFor()
    return { page, complaints }
  }

  /** Breaches of accessibility rules, a line each. */
  async function breaches(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: Pick<typeof Axe, 'run'> }
      const { violations } = await axe.run()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    })
  }

  const sidewaysScroll = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  for (const [viewport, colorScheme] of [
    [narrow, 'light'],
    [phone, 'dark'],
    [desk, 'light'],
    [desk, 'dark'],
  ] as const) {
    test(`at ${viewport.width} px, ${colorScheme}: nothing to complain about on any page`, async (t) => {
      const { url } = await running(t, { dashboardDir })
      for (const path of ['/', '/incidents/inc-payment', '/incidents/inc-new', '/detection', '/nowhere']) {
        const { page, complaints } = await open(t, `${url}${path}`, { viewport, colorScheme })
        await page.getByText('Live', { exact: true }).waitFor()
        await page.waitForFunction(() => document.querySelector('.animate-pulse') === null)
        for (const hidden of await page.locator('details:visible > summary').all()) await hidden.click()
        assert.deepEqual(await breaches(page), [], path)
        assert.equal(await sidewaysScroll(page), 0, path)
        assert.deepEqual(complaints, [], path)
      }
    })
  }

  test('an incident is opened from the list, read and acknowledged', async (t) => {
    const { url, store } = await running(t, { dashboardDir })
    const { page } = await open(t, url, { viewport: phone })
    await page.getByRole('link', { name: 'Error spike in payment-gateway' }).click()
    await page.getByRole('heading', { level: 1, name: 'Error spike in payment-gateway' }).waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus moves to the new page')
    assert.match(await page.title(), /^Error spike in payment-gateway/)
    await page.locator('canvas').waitFor()

    await page.getByLabel('Note (optional)').first().fill('pool is too small')
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await page.getByText('pool is too small').waitFor()
    assert.equal((await store.incident('inc-payment'))?.state, 'acknowledged')
    await page.getByRole('button', { name: 'Resolve' }).click()
    await page.getByText('Resolved', { exact: true }).first().waitFor()
    assert.equal(await page.getByRole('button', { name: 'Resolve' }).count(), 0)
  })

  test('an incident is called normal for a scope, which stands in the list and can be undone there', async (t) => {
    const { url, store } = await running(t, { dashboardDir })
    const { page } = await open(t, `${url}/incidents/inc-brute`, { viewport: phone })
    await page.getByText('This is normal …').first().click()
    await page.getByRole('radio', { name: 'Who it came from' }).first().check()
    await page.getByLabel('Why (optional)').first().fill('our own test')
    await page.getByRole('button', { name: 'Call it normal' }).first().click()
    await page.getByText('brute force from 198.51.100.23, in any service').first().waitFor()
    assert.equal((await store.incident('inc-brute'))?.state, 'normal')

    await page.getByRole('link', { name: 'Detection' }).click()
    await page.getByRole('heading', { level: 1, name: 'Detection' }).waitFor()
    await page.getByText('“our own test”').waitFor()
    await page.getByText('Held back nothing so far.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('1 undone').waitFor()
    assert.equal((await store.incident('inc-brute'))?.state, 'open')
  })

  test('detectors are shown as they are set, and what each sensitivity would have told is counted', async (t) => {
    const { url } = await running(t, { dashboardDir })
    const { page } = await open(t, `${url}/detection`, { viewport: phone })
    await page.getByText('simulation: finds, tells nobody').waitFor()
    await page.getByRole('button', { name: 'Count for the last 7 days' }).click()
    const row = page.getByRole('row', { name: /^Error spike/ })
    await row.waitFor()
    assert.match(await row.innerText(), /Error spike\s+2\s+4\s+\(set now\)\s+19/)
    assert.deepEqual(await breaches(page), [])
    assert.equal(await sidewaysScroll(page), 0)
  })

  test('a new service shows how far it is learnt', async (t) => {
    const { url } = await running(t, { dashboardDir })
    const { page } = await open(t, url, { viewport: narrow, locale: 'es' })
    await page.getByText(/^aprendiendo .*\d+.%$/).waitFor()
    await page.getByText('1 servicio nuevo se está aprendiendo aún').waitFor()
  })

  test('a hostile line is text: no node lives, nothing runs, nothing turns round', async (t) => {
    const { url } = await running(t, { dashboardDir })
    const { page, complaints } = await open(t, `${url}/incidents/inc-payment`)
    const sample = page.locator('pre', { hasText: '<img src=x' })
    await sample.waitFor()
    assert.equal(await page.locator('img, main script').count(), 0)
    const text = await sample.innerText()
    assert.match(text, /<script>alert\(2\)<\/script>/)
    assert.match(text, /‹ESC›\[31mred/)
    assert.match(text, /‹U\+202E›txt\.exe/)
    assert.deepEqual(complaints, [])
  })

  test('a new incident appears by itself and is read out', async (t) => {
    const { url, bus } = await running(t, { dashboardDir })
    const { page } = await open(t, url)
    await page.getByText('Live', { exact: true }).waitFor()
    const incident = { ...sampleIncidents(Date.now())[1], id: 'inc-fresh', title: 'cart went silent' }
    await publishJson(bus, 'incidents', incident.id, incident)
    await page.getByRole('link', { name: 'cart went silent' }).waitFor()
    await page.locator('[aria-live]', { hasText: 'New incident: cart went silent' }).waitFor({ state: 'attached' })
    assert.equal(await page.title(), '(3) ErrorSense')
  })

  test('it speaks the language of the browser, and the other one on demand', async (t) => {
    const { url } = await running(t, { dashboardDir })
    const { page } = await open(t, url, { locale: 'es-ES' })
    await page.getByRole('heading', { name: '2 incidentes requieren atención' }).waitFor()
    await page.getByRole('link', { name: 'Pico de errores en payment-gateway' }).waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'es')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: '2 incidents need attention' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '2 incidents need attention' }).waitFor()
  })

  test('everything can be reached and done with the keyboard', async (t) => {
    const { url } = await running(t, { dashboardDir })
    const { page } = await open(t, url)
    const link = page.getByRole('link', { name: 'Brute force against auth' })
    for (let i = 0; i < 20 && !(await link.evaluate((node) => node === document.activeElement)); i++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Brute force against auth' }).waitFor()
  })

  test('without logs it says how to send some; without incidents that all is quiet', async (t) => {
    const empty = await running(t, { dashboardDir, store: memoryStore() })
    const { page } = await open(t, empty.url, { viewport: narrow })
    await page.getByRole('heading', { name: 'Waiting for the first log line' }).waitFor()
    assert.deepEqual(await breaches(page), [])
    assert.equal(await sidewaysScroll(page), 0)

    const full = await running(t, { dashboardDir })
    const quiet = await running(t, { dashboardDir, store: { ...full.store, incidents: async () => [] } })
    const second = await open(t, quiet.url, { viewport: desk })
    await second.page.getByRole('heading', { name: 'All quiet' }).waitFor()
    const services = await second.page.getByRole('list').boundingBox()
    assert.ok((services?.width ?? 0) > 1000, 'the services take the room that no incident needs')
    assert.deepEqual(await breaches(second.page), [])
  })

  test('a lost connection is told and mended', async (t) => {
    const { api, url, store } = await running(t, { dashboardDir })
    const { page } = await open(t, url)
    await page.getByText('Live', { exact: true }).waitFor()
    await api.stop()
    await page.getByText('Connection lost. What you see may be old').waitFor()
    assert.deepEqual(await breaches(page), [])
    await running(t, { dashboardDir, store, port: Number(new URL(url).port) })
    await page.getByText('Live', { exact: true }).waitFor()
    assert.equal(await page.getByText('Connection lost').count(), 0)
  })

  test('with a key set it asks for it, refuses a wrong one, and stays signed in', async (t) => {
    const { url } = await running(t, { dashboardDir, apiKey: 'right' })
    const { page } = await open(t, url, { viewport: phone })
    assert.deepEqual(await breaches(page), [])
    await page.getByLabel('API key').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This key is not the right one.').waitFor()
    await page.getByLabel('API key').fill('right')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: '2 incidents need attention' }).waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '2 incidents need attention' }).waitFor()
    assert.equal(await page.evaluate(() => document.cookie), '')
  })

  test('it can be installed, and its frame loads without the server', async (t) => {
    const { api, url } = await running(t, { dashboardDir })
    const { page } = await open(t, url, { serviceWorkers: 'allow' })
    const manifest = await page.locator('link[rel=manifest]').getAttribute('href')
    const { icons } = (await (await fetch(`${url}${manifest}`)).json()) as { icons: { src: string }[] }
    for (const { src } of icons) assert.equal((await fetch(`${url}/${src}`)).status, 200, src)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await api.stop()
    await page.reload()
    await page.getByRole('alert').waitFor()
  })
})
