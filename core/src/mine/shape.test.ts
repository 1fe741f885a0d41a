import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shapeOf } from './shape.ts'

const golden: readonly (readonly [message: string, shape: string])[] = [
  ['took 12 ms', 'took <*> ms'],
  ['took 12ms', 'took <*>'],
  ['ssh2 session of L1 cache', 'ssh2 session of L1 cache'],
  ['block blk_-38865 done.', 'block <*> done.'],
  ['CPU#3 online', 'CPU#<*> online'],
  ['GET https://a.b/c?d=e now', 'GET <*> now'],
  ['id 0af76519-16cd-43dd-8448-eb211c80319c gone', 'id <*> gone'],
  ['at Sat Nov 21 10:00:00 2026 from 10.0.0.1:80', 'at <*> from <*>'],
  ['since 2026-11-21 10:00:00,123 idle', 'since <*> idle'],
  ['mac 00:1b:44:11:3a:b7 joined fe80::1ff:fe23:4567:890a', 'mac <*> joined <*>'],
  ['offer to 69:00:53:c2:5b:31 via eth1', 'offer to <*> via eth1'],
  ['lived 02:07, then 12:02:07', 'lived <*>, then <*>'],
  ['port enable.......1', 'port enable.......<*>'],
  ['port enable... wait', 'port enable... wait'],
  ['[sweep.c:9]: done, peer db.local:9', '[sweep.c:<*>]: done, peer <*>'],
  ['Reader #3 at @0x1f', 'Reader #<*> at @<*>'],
  ['mail to bob@example.org, copied', 'mail to <*>, copied'],
  ['open /etc/passwd: denied', 'open <*>: denied'],
  ['open C:\\Windows\\win.ini failed', 'open <*> failed'],
  ['run C:\\Program Files (x86)\\Acme Corp\\a.exe by CORP\\anna', 'run <*> by CORP\\anna'],
  ['java.io.IOException: broken pipe', 'java.io.IOException: broken pipe'],
  ['loaded com.acme.shop.Cart', 'loaded <*>'],
  ['flag is true, value=null', 'flag is <*>, value=<*>'],
  ['is null or empty', 'is null or empty'],
  ['uid=0 name="View Lock" tty=ssh', 'uid=<*> name="View Lock" tty=ssh'],
  ['name="Lock 12"', 'name="<*>"'],
  ['ws=WorkSource{10113} end', 'ws=<*> end'],
  ['unknown tag=17. Ignored name=anna!', 'unknown tag=<*>. Ignored name=anna!'],
  ['ids 1,2,3', 'ids <*>,<*>,<*>'],
  ['ids 1,2,3,4,5,6,7,8,9', 'ids <*>'],
  ['card R42-M1:J14-U05 of rack-7', 'card <*> of rack-<*>'],
  ['wrote core.2275, link Tree-1:5:4', 'wrote core.<*>, link Tree-<*>:<*>:<*>'],
  ['day=17##5##8, from 3/20 to 1701+632', 'day=<*>##<*>##<*>, from <*>/<*> to <*>+<*>'],
  ['node7 at host-a.b.7:80 took kube-12-a', 'node7 at <*> took <*>'],
  ['code cecda1e1 or DEADBEEF, not effaced', 'code <*> or <*>, not effaced'],
  ['stack 10:12 11:13 12:14', 'stack <*> <*> <*>'],
  ['"GET /a/1 HTTP/1.1" ok', '"GET <*>" ok'],
  ['Failed password for root from 10.0.0.1', 'Failed password for <*> from <*>'],
  ['user unknown', 'user unknown'],
  ['login refused from 10.0.0.1', 'login refused from <*>'],
  ['account locked', 'account locked'],
  ['user granted', 'user granted'],
  ['no user action is required', 'no user action is required'],
  ['Invalid user bob', 'Invalid user <*>'],
  ['größe 12 für élan', 'größe <*> für élan'],
  ['', ''],
]

describe('a shape', () => {
  for (const [message, shape] of golden) {
    it(`masks the values of: ${message}`, () => {
      assert.equal(shapeOf(message, '').tokens.join(''), shape)
    })
  }

  it('has an id of 16 hex digits that is the same everywhere', () => {
    assert.equal(shapeOf('job 12 done', 'worker-3').id, shapeOf('job 4711 done', 'worker-12').id)
    assert.match(shapeOf('job 12 done', 'worker').id, /^[0-9a-f]{16}$/)
    assert.notEqual(shapeOf('job 12 done', 'a').id, shapeOf('job 12 done', 'b').id)
  })

  it('costs no more than the length of a hostile message', () => {
    const hostile = ['a.', '/', 'a-', '1:', 'x://', '"', '=a', '(', '0x', 'é', '1,', '@a.'].map((piece) =>
      piece.repeat(40_000),
    )
    for (const message of hostile) assert.ok(shapeOf(message, '').tokens.length <= 257)
  })
})
