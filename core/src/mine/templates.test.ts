import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { picker } from '../../test/fixtures/random.ts'
import { pickStatement, statements } from '../../test/fixtures/statements.ts'
import type { Shape } from '../record.ts'
import { requestTokens } from '../parse/request.ts'
import { shape, shapeOf } from './shape.ts'
import { templates, type Miner } from './templates.ts'

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi']
const greetings = names.map((name) => shapeOf(`worker met ${name} at the door`, 'shop'))

interface Labelled {
  readonly statement: number
  readonly shape: Shape
}

function sample(seed: number, count: number): Labelled[] {
  const pick = picker(seed)
  return Array.from({ length: count }, () => {
    const statement = pickStatement(pick)
    const { component, write } = statements[statement]
    return { statement, shape: shapeOf(write(pick), component) }
  })
}

function mined(shapes: Iterable<Shape>): Miner {
  const miner = templates()
  for (const shape of shapes) miner.add(shape)
  return miner
}

function textsOf(miner: Miner, shapes: readonly Shape[]): string[] {
  return shapes.map(({ id }) => miner.of(id).text)
}

describe('templates', () => {
  it('keep requests apart that ended otherwise', () => {
    const statuses = [200, 302, 404, 500, 503]
    const paths = ['/api/cart/items', '/api/cart', '/api/cart/items/17', '/api/orders/4', '/login', '/search']
    const requests = paths.flatMap((path) =>
      statuses.map((status) => shape('http', requestTokens(`POST ${path} HTTP/1.1`, status))),
    )
    const miner = mined(requests)
    for (const [i, text] of textsOf(miner, requests).entries())
      assert.match(text, new RegExp(` HTTP ${Math.floor(statuses[i % statuses.length] / 100)}xx$`))
  })

  it('turn a word into a variable once enough words stood there', () => {
    const miner = mined(greetings)
    assert.deepEqual(new Set(textsOf(miner, greetings)), new Set(['worker met <*> at the door']))
  })

  it('leave statements apart that differ in a word', () => {
    const shapes = ['link is up', 'link is down', 'queue opened', 'queue closed'].map((text) => shapeOf(text, 'net'))
    assert.equal(new Set(textsOf(mined(shapes), shapes)).size, 4)
  })

  it('keep the id of the first shape when they widen', () => {
    const miner = templates()
    const first = miner.add(greetings[0]).id
    for (const shape of greetings) miner.add(shape)
    assert.equal(miner.of(greetings[0].id).id, first)
    assert.equal(miner.of(greetings[5].id).id, first)
  })

  /** Texts of the templates of lines that one part of a program wrote. */
  const textsOfLines = (...lines: readonly string[]): Set<string> => {
    const shapes = lines.map((line) => shapeOf(line, 'part'))
    return new Set(textsOf(mined(shapes), shapes))
  }

  it('take what stands behind a failure for its reason, however it is written', () => {
    const reasons = ['connection refused', 'dial tcp 10.0.0.1:80: no route', 'error: code = Unavailable desc = closing']
    assert.deepEqual(
      textsOfLines(...reasons.map((reason) => `could not create the sandbox: ${reason}`)),
      new Set(['could not create the sandbox: <*>']),
    )
  })

  it('leave two reasons of one failure apart until they are known to be reasons', () => {
    const two = ['decode of token failed: expired credential', 'decode of token failed: invalid credential']
    assert.equal(textsOfLines(...two).size, 2)
    const elsewhere = ['expired credential', 'invalid credential', 'no credential'].map(
      (reason) => `could not log in there: ${reason}`,
    )
    assert.equal(textsOfLines(...two, ...elsewhere).size, 2)
  })

  it('take errors as systems tell them for values as soon as there are two, wherever they stand', () => {
    const errors = ['Broken pipe', 'Connection refused (Connection refused)', 'java.io.IOException: Stream closed']
    for (const error of errors)
      assert.deepEqual(
        textsOfLines(`gave up, ${error}`, 'gave up, No such device or address'),
        new Set(['gave up, <*>']),
      )
    assert.deepEqual(
      textsOfLines(
        'box left: Broken pipe, box right: Connection refused',
        'box left: Invalid argument, box right: Host is down',
      ),
      new Set(['box left: <*>, box right: <*>']),
    )
    assert.equal(textsOfLines('gave up, Broken heart', 'gave up, Connection made', 'gave up, No hope').size, 3)
  })

  it('show the error of a statement that told of one only', () => {
    assert.deepEqual(textsOfLines('gave up, Broken pipe'), new Set(['gave up, Broken pipe']))
    assert.equal(textsOfLines('Broken pipe', 'Connection refused').size, 2)
  })

  it('leave a sentence apart where one error stood otherwise', () => {
    const lines = ['login from there failed: Broken pipe', 'login from there failed: nobody knows that user']
    assert.equal(textsOfLines(...lines).size, 2)
  })

  it('take two reasons for values where much is told before them', () => {
    const said = 'failed to write the copy of the table to disk'
    assert.equal(textsOfLines(`${said}: quota is reached`, `${said}: medium was removed`).size, 1)
  })

  it('take a plain word for a value beside one that is surely a value', () => {
    assert.equal(textsOfLines('worker met new_boss_1a at the door', 'worker met somebody at the door').size, 1)
    assert.equal(textsOfLines('worker met nobody at the door', 'worker met somebody at the door').size, 2)
  })

  it('take any word for a value beside one that is known to be a value', () => {
    const elsewhere = names.map((name) => `worker met ${name} at the door`)
    const here = ['parcel carol went away', 'parcel nowhere went away']
    assert.equal(textsOfLines(...here).size, 2)
    assert.equal(textsOfLines(...here, ...elsewhere).size, 2)
  })

  it('take the first word for a value where a sentence follows behind its colon', () => {
    const names = ['root', 'swap', 'boot']
    assert.deepEqual(
      textsOfLines(...names.map((name) => `${name}: cannot read the size attribute`)),
      new Set(['<*>: cannot read the size attribute']),
    )
    assert.equal(textsOfLines(...names.map((name) => `${name}: is ready`)).size, 3)
  })

  it('take a list of quoted items for one value', () => {
    const lists = ["['left']", "['left', 'middle']", "['left', 'right', 'top']"]
    assert.equal(textsOfLines(...lists.map((list) => `segment 7 mapped to hosts ${list}`)).size, 1)
  })

  it('leave statements apart that tell of different calls', () => {
    assert.equal(textsOfLines('call of get_cap() failed on it', 'call of set_params() failed on it').size, 2)
    assert.equal(textsOfLines('cannot open: openNow() failed on it', 'cannot open: openAll() failed on it').size, 2)
  })

  it('know a text in brackets again, whether it was a value elsewhere before or after', () => {
    const reasons = ['plan was given up', 'read of tape: i/o timeout', 'unexpected end']
    const elsewhere = reasons.map((reason) => `could not create the sandbox: ${reason}`)
    const here = reasons.slice(0, 2).map((reason) => `Error (${reason}) while it was deleted, again`)
    assert.equal(textsOfLines(...here, ...elsewhere).size, 2)
    assert.equal(textsOfLines(...elsewhere, ...here).size, 2)
  })

  it('leave statements apart that fail to do different things', () => {
    const lines = ['get message size', 'shut the door', 'allow new IO', 'create a view', 'register it again']
    assert.equal(textsOfLines(...lines.map((what) => `Failed to ${what}`)).size, 5)
    const verbs = ['sync', 'parse', 'get', 'drop', 'close', 'find', 'read', 'send', 'load', 'save']
    assert.equal(textsOfLines(...verbs.map((verb, i) => `failed to ${verb} ${names[i % 8]}s`)).size, verbs.length)
  })

  it('take no part of the program for a sentence whose end varies', () => {
    const lines = ['stack is ready', 'found old state', 'no backup there', 'new network formed']
    assert.equal(textsOfLines(...lines.map((what) => `core:driver: ${what}`)).size, 4)
  })

  it('take one quoted word for a value in a longer sentence', () => {
    assert.deepEqual(
      textsOfLines('hash table "Material" is corrupted', 'hash table "TidBitmap" is corrupted'),
      new Set(['hash table "<*>" is corrupted']),
    )
  })

  it('take one word in brackets for a value in a longer sentence', () => {
    const lines = ['left', 'right'].map((side) => `set the name of the host to 17 (${side})`)
    assert.deepEqual(textsOfLines(...lines), new Set(['set the name of the host to <*> (<*>)']))
    assert.equal(textsOfLines('host set (left)', 'host set (right)').size, 2)
  })

  it('take a list without blanks for one value', () => {
    assert.deepEqual(
      textsOfLines('no entry for names kern,user in tree', 'no entry for names kern,mail,user in tree'),
      new Set(['no entry for names <*> in tree']),
    )
  })

  it('take lists of other lengths for values at several places at once', () => {
    const lines = ['[left, right] to up,down', '[left, top, right] to down,up,left'].map(
      (way) => `moved boxes of ${way}`,
    )
    assert.deepEqual(textsOfLines(lines[0]), new Set([lines[0]]))
    assert.deepEqual(textsOfLines(...lines), new Set(['moved boxes of [<*>] to <*>']))
  })

  it('take several keys with values glued to them for fields', () => {
    assert.equal(textsOfLines('no way for nid:left eid:up today', 'no way for nid:right eid:down today').size, 1)
  })

  it('show the value of a slot until a second one comes', () => {
    const miner = templates()
    const root = shapeOf('closed uid=0 user=root', 'pam')
    assert.equal(miner.add(root).text, 'closed uid=<*> user=root')
    miner.add(shapeOf('closed uid=0 user=bob', 'pam'))
    assert.equal(miner.of(root.id).text, 'closed uid=<*> user=<*>')
  })

  it('show how a value is written while all are written so', () => {
    const written = ['wrote core.7 in 3/20', 'wrote swap.7 in 3/20', 'wrote 7 in 3/20'].map((text) =>
      shapeOf(text, 'os'),
    )
    assert.equal(mined([written[0]]).of(written[0].id).text, 'wrote core.<*> in <*>/<*>')
    for (const [one, other] of [
      [0, 1],
      [1, 0],
      [0, 2],
      [2, 0],
    ])
      assert.equal(mined([written[one], written[other]]).of(written[one].id).text, 'wrote <*> in <*>/<*>')
  })

  it('take sizes with their units as one value when units vary', () => {
    const shapes = ['12.1 KB', '3.5 MB', '9 B'].map((size) => shapeOf(`estimated size ${size}, free 17 KB`, 'store'))
    assert.equal(textsOf(mined(shapes), shapes)[0], 'estimated size <*>, free <*>')
  })

  it('take quoted values for one, whichever of them hold a number', () => {
    const shapes = ['rild', 'pod-42'].map((tag) => shapeOf(`release lock=3, tag="${tag}", total=7`, 'power'))
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['release lock=<*>, tag="<*>", total=<*>']))
  })

  it('take what something was and what it is now for values, once there are more of them than states of a switch', () => {
    const changes = ['up -> down', 'down -> up', 'down -> halted', 'halted -> up'].map((change) =>
      shapeOf(`Data state ${change}`, 'net'),
    )
    assert.equal(new Set(textsOf(mined(changes.slice(0, 3)), changes.slice(0, 3))).size, 3)
    assert.deepEqual(new Set(textsOf(mined(changes), changes)), new Set(['Data state <*> -> <*>']))
  })

  it('take in what differs from them at several places that are known to vary', () => {
    const met = names.map((name) => shapeOf(`worker met ${name} at the door of Rome`, 'shop'))
    const cities = ['Oslo', 'Lima', 'Bern', 'Kyiv'].map((city) =>
      shapeOf(`worker met alice at the door of ${city}`, 'shop'),
    )
    const late = shapeOf('worker met nobody at the door of Quito', 'shop')
    assert.equal(textsOf(mined([...met, ...cities, late]), [late])[0], 'worker met <*> at the door of <*>')
    assert.equal(textsOf(mined([late, ...met, ...cities]), [late])[0], 'worker met <*> at the door of <*>')
  })

  it('take what is written without a blank for a name, but not the name of a field', () => {
    const images = ['nginx:stable', 'shop/cart:edge', 'redis'].map((image) =>
      shapeOf(`Pulling image ${image} again`, 'kube'),
    )
    assert.deepEqual(new Set(textsOf(mined(images), images)), new Set(['Pulling image <*> again']))
    const fields = ['name:anna', 'name:ben'].map((field) => shapeOf(`watch kind ${field} is set`, 'zoo'))
    assert.ok(textsOf(mined(fields), fields).every((text) => text.startsWith('watch kind name:')))
  })

  it('take words in capitals for a name where a sentence has none', () => {
    const shapes = ['Print Spooler', 'Background Intelligent Transfer Service', 'Remote Registry'].map((service) =>
      shapeOf(`The ${service} service did not answer in time`, 'services'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['The <*> service did not answer in time']))
    const states = ['VM Started', 'VM Paused', 'VM Stopped'].map((state) =>
      shapeOf(`${state} (Lifecycle Event) on host`, 'vm'),
    )
    assert.equal(new Set(textsOf(mined(states), states)).size, 3)
  })

  it('take the last value for one though it is a sentence', () => {
    const shapes = ['No space left on device', 'Permission denied', 'Broken pipe', 'Input/output error'].map((reason) =>
      shapeOf(`Could not stat file: ERR=${reason}`, 'backup'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['Could not stat file: ERR=<*>']))
  })

  it('take a participle that ends the sentence for a state, but not one that says what was done', () => {
    const states = ['locked', 'unlocked', 'suspended'].map((state) => shapeOf(`the screen is ${state}`, 'power'))
    assert.deepEqual(new Set(textsOf(mined(states), states)), new Set(['the screen is <*>']))
    const deeds = ['opened', 'closed', 'renamed'].map((deed) => shapeOf(`the file was ${deed} by us`, 'fs'))
    assert.equal(new Set(textsOf(mined(deeds), deeds)).size, 3)
  })

  it('take sentences in brackets for one value when they begin and end in different ways', () => {
    const shapes = ['Access is denied', 'Element not found', 'The file is in use', 'Broken pipe'].map((reason) =>
      shapeOf(`Download of the update failed (${reason})`, 'agent'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['Download of the update failed (<*>)']))
  })

  it('are one for rows that differ in several quoted words at once', () => {
    const shapes = ['lamp by desk', 'chair by sofa', 'vase by lamp'].map((pair) => {
      const [vendor, model] = pair.split(' by ')
      return shapeOf(`found disk on path: Vendor: '${vendor}' Model: '${model}' attached`, 'scsi')
    })
    assert.equal(new Set(textsOf(mined(shapes), shapes)).size, 1)
  })

  it('see names in capitals in sentences of any length', () => {
    const rest = 'service did not answer the request to start within the time that is allowed for it so it was given up'
    const shapes = ['Print Spooler', 'Remote Registry', 'Windows Update'].map((name) =>
      shapeOf(`Sorry but the ${name} ${rest}`, 'services'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set([`Sorry but the <*> ${rest}`]))
  })

  it('tell every shape whose template changed, once', () => {
    const miner = mined(greetings.slice(0, 2))
    assert.equal(miner.changes().length, 2)
    assert.equal(miner.changes().length, 0)
    for (const shape of greetings) miner.add(shape)
    const changes = miner.changes()
    assert.equal(changes.length, greetings.length)
    assert.ok(changes.every(({ template }) => template === 'worker met <*> at the door'))
  })

  it('tell of a new shape alone where it changes nothing for others', () => {
    const miner = mined(greetings)
    miner.changes()
    const late = shapeOf('worker met zoe at the door', 'shop')
    miner.add(late)
    assert.deepEqual(
      miner.changes().map(({ shape }) => shape),
      [late.id],
    )
  })

  it('go on after a restart as if there had been none', () => {
    const lines = sample(7, 1500).map(({ shape }) => shape)
    const before = mined(lines)
    const after = templates()
    after.restore(before.changes())
    for (const { id } of lines) assert.deepEqual(after.of(id), before.of(id))
    assert.equal(after.changes().length, 0)
  })

  it('are the same groups with the same texts in whatever order shapes come', () => {
    const shapes = [...new Map(sample(3, 400).map(({ shape }) => [shape.id, shape])).values()]
    const wanted = textsOf(mined(shapes), shapes)
    fc.assert(
      fc.property(fc.shuffledSubarray(shapes, { minLength: shapes.length }), (shuffled) => {
        assert.deepEqual(textsOf(mined(shuffled), shapes), wanted)
      }),
      { numRuns: 15 },
    )
  })

  it('are the same in whatever order names, values and sentences come in brackets', () => {
    const machines = ['vm mail-gw', 'vm sql-one', 'vm dc-north', 'vm jumpbox', 'vm build_agent', 'vm 17']
    const shapes = machines.map((machine) => shapeOf(`[${machine}] State Transition (VM_OFF -> VM_ON)`, 'host'))
    const wanted = textsOf(mined(shapes), shapes)
    fc.assert(
      fc.property(fc.shuffledSubarray(shapes, { minLength: shapes.length }), (shuffled) => {
        assert.deepEqual(textsOf(mined(shuffled), shapes), wanted)
      }),
    )
  })

  it('do not depend on how lines are split over processors', () => {
    const shapes = [...new Map(sample(11, 500).map(({ shape }) => [shape.id, shape])).values()]
    const wanted = textsOf(mined(shapes), shapes)
    const split = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: shapes.length, maxLength: shapes.length })
    fc.assert(
      fc.property(split, (processorOf) => {
        const parts = [0, 1, 2, 3].map((processor) => shapes.filter((_, i) => processorOf[i] === processor))
        assert.deepEqual(textsOf(mined(parts.flat()), shapes), wanted)
      }),
      { numRuns: 15 },
    )
  })

  it('put the lines of one statement together, names of all kinds included', () => {
    const lines = sample(1, 2000)
    const miner = mined(lines.map(({ shape }) => shape))
    const found = lines.map(({ shape }) => `${shape.component} ${miner.of(shape.id).text}`)
    assert.ok(
      groupingAccuracy(
        lines.map(({ statement }) => String(statement)),
        found,
      ) > 0.97,
    )
  })

  it('are one where two parts of a program say the same', () => {
    const miner = mined([...greetings, shapeOf('closed user=root', 'ssh'), shapeOf('closed user=bob', 'ftp')])
    const elsewhere = miner.add(shapeOf('worker met zoe at the door', 'shop'))
    assert.equal(elsewhere.id, miner.of(greetings[0].id).id)
    assert.equal(miner.add(shapeOf('closed user=eve', 'pop')).text, 'closed user=<*>')
    assert.equal(miner.of(shapeOf('closed user=root', 'ssh').id).id, miner.of(shapeOf('closed user=bob', 'ftp').id).id)
  })

  it('ask less of a word that is known to be a value elsewhere', () => {
    const cities = ['Paris', 'Lima', 'Oslo', 'Quito', 'Cairo']
    const known = cities.map((city) => shapeOf(`parcel number 7 was shipped to ${city} by mail`, 'post'))
    const rare = ['Lima', 'Oslo'].map((city) => shapeOf(`nobody lives near ${city} at all`, 'post'))
    assert.equal(new Set(textsOf(mined(rare), rare)).size, 2)
    assert.deepEqual(new Set(textsOf(mined([...known, ...rare]), rare)), new Set(['nobody lives near <*> at all']))
    assert.deepEqual(new Set(textsOf(mined([...rare, ...known]), rare)), new Set(['nobody lives near <*> at all']))
  })

  it('take several words for a value where others wrote one', () => {
    const shapes = ['Paris', 'Lima', 'Oslo', 'Quito', 'New York', 'Rio de Janeiro'].map((city) =>
      shapeOf(`order 12 is shipped to ${city}`, 'shop'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['order <*> is shipped to <*>']))
  })

  it('take names of several words for a value when they have no word in common', () => {
    const products = ['Contoso Agent', 'Backup Client', 'Visual Mail Driver', 'Report Reader', 'Disk Cleaner']
    const removed = products.map((product) => shapeOf(`Product: ${product} -- Removal has failed`, 'setup'))
    assert.equal(new Set(textsOf(mined(removed), removed)).size, 1)
    const moves = ['up to down', 'down to up', 'new to lost', 'lost to new', 'old to gone'].map((move) =>
      shapeOf(`disk of this rack went from ${move}`, 'setup'),
    )
    assert.ok(!textsOf(mined(moves), moves).includes('disk of this rack went from <*>'))
  })

  it('leave statements apart that end alike behind a colon', () => {
    const shapes = ['red', 'blue', 'green', 'black'].map((host) =>
      shapeOf(`Worker 7 is gone. Cause: box was lost on ${host}`, 'app'),
    )
    assert.ok(!textsOf(mined(shapes), shapes).includes('Worker <*> is gone. Cause: <*>'))
  })

  it('take a range for a value where others wrote a name', () => {
    const shapes = ['cn[01-04]', 'io[2,5]', 'gpu02'].map((nodes) =>
      shapeOf(`power save wakes nodes ${nodes} now`, 'pm'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['power save wakes nodes <*> now']))
  })

  it('are one for rows that differ in several values at once', () => {
    const shapes = ['PriceCache AuditTrail', 'MailSender OrderQueue', 'CartTable UserIndex'].map((pair) => {
      const [from, to] = pair.split(' ')
      return shapeOf(`could not bind outlet ${from} and ${to} of this window`, 'ui')
    })
    const wanted = 'could not bind outlet <*> and <*> of this window'
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set([wanted]))
  })

  it('take what stands in fields for values', () => {
    const shapes = ['Installed, aim: Absent', 'Partly Installed, aim: Staged'].map((state) =>
      shapeOf(`bundle 7, present: ${state}`, 'svc'),
    )
    assert.deepEqual(new Set(textsOf(mined(shapes), shapes)), new Set(['bundle <*>, present: <*>, aim: <*>']))
    assert.equal(mined(shapes.slice(0, 1)).of(shapes[0].id).text, 'bundle <*>, present: Installed, aim: Absent')
    const errors = ['Broken pipe', 'Connection refused'].map((text) => shapeOf(`send() failed (32: ${text})`, 'net'))
    assert.equal(new Set(textsOf(mined(errors), errors)).size, 1)
  })

  it('know a sentence again whose component the header lacked', () => {
    const [named, bare] = [shapeOf('link of eth0 is up', 'net'), shapeOf('net: link of eth0 is up', '')]
    for (const shapes of [
      [named, bare],
      [bare, named],
    ]) {
      const miner = mined(shapes)
      assert.equal(miner.of(named.id).id, miner.of(bare.id).id)
    }
  })

  it('take lists of any length for one value', () => {
    const shapes = ['1', '1, 2', '1, 2, 3'].map((list) => shapeOf(`offline disks ${list} of rack`, 'disk'))
    assert.equal(new Set(shapes.map(({ id }) => mined(shapes).of(id).id)).size, 1)
  })

  it('count what they forget and refuse when there is no room', () => {
    const miner = templates({ maxRows: 50, maxContexts: 200 })
    const shapes = strangers(80)
    for (const shape of shapes) miner.add(shape)
    const { rows, contexts, evictedContexts, refusedShapes } = miner.stats()
    assert.ok(rows <= 51 && contexts <= 200)
    assert.ok(evictedContexts > 0)
    assert.equal(refusedShapes, 30)
    assert.equal(miner.add(shapes[79]).id, miner.add(shapes[78]).id)
  })

  it('find a variable all the same after contexts were forgotten', () => {
    const miner = templates({ maxContexts: 400 })
    for (const shape of strangers(200)) miner.add(shape)
    assert.ok(miner.stats().evictedContexts > 0)
    for (const shape of greetings) miner.add(shape)
    assert.equal(miner.of(greetings[0].id).text, 'worker met <*> at the door')
  })

  it('answer for a shape they do not know', () => {
    assert.deepEqual(templates().of('feedfacefeedface'), { id: 'feedfacefeedface', component: '', text: '' })
  })
})

/** Every two begin alike, and differ in more than two words. */
function strangers(count: number): Shape[] {
  const name = (i: number): string => String.fromCharCode(97 + (i % 26), 97 + ((i >> 3) % 26), 97 + ((i * 7) % 26))
  return Array.from({ length: count }, (_, i) =>
    shapeOf(`some ${name(i >> 1)}x says ${name(i)}y to ${name(i)}z, ${name(i)}w`, 'part'),
  )
}

/** Share of lines whose group is exactly a true group. */
function groupingAccuracy(truth: readonly string[], found: readonly string[]): number {
  const wanted = new Set(groups(truth).map(String))
  return (
    groups(found)
      .filter((group) => wanted.has(String(group)))
      .reduce((sum, group) => sum + group.length, 0) / truth.length
  )
}

function groups(labels: readonly string[]): number[][] {
  const found = new Map<string, number[]>()
  for (const [i, label] of labels.entries()) found.set(label, [...(found.get(label) ?? []), i])
  return [...found.values()]
}
