/** What was learnt and has to survive a restart: shapes with their templates, header layouts, memories of shards. */
import type { Store } from '@errorsense/core/ports/store.ts'
import type { Database } from './database.ts'
import { MEMORY_COLUMNS, memoryBlock } from './memory-block.ts'
import { text, texts, tsv } from './tsv.ts'

type Learnt = 'saveTemplates' | 'loadTemplates' | 'saveLayouts' | 'loadLayouts' | 'saveMemory' | 'loadMemory'

export function templateTables(db: Database): Pick<Store, Learnt> {
  return {
    async saveTemplates(templates) {
      if (templates.length === 0) return
      // Rows of one insert are equally new, so the last of each shape is chosen here.
      const newest = new Map(templates.map((row) => [row.shape, row]))
      const rows = [...newest.values()].map(({ shape, component, tokens, templateId, template }) => [
        text(shape),
        text(component),
        texts(tokens),
        text(templateId),
        text(template),
      ])
      const columns = ['shape', 'component', 'tokens', 'template_id', 'template']
      await db.insert({ table: 'templates', columns, rows: tsv(rows) })
    },

    loadTemplates: () =>
      db.query(
        'SELECT shape, component, tokens, template_id AS templateId, template FROM templates FINAL ORDER BY shape',
      ),

    async saveMemory(shard, memory) {
      const rows = await memoryBlock(shard, memory)
      await db.insert({ table: 'memories', columns: MEMORY_COLUMNS, rows, format: 'Native' })
    },

    async loadMemory({ index, of }) {
      const [row] = await db.query<{ memory: string }>(
        'SELECT memory FROM memories FINAL WHERE shard = {index:UInt32} AND shards = {of:UInt32}',
        { index, of },
      )
      return row && Buffer.from(row.memory, 'base64')
    },

    async saveLayouts(layouts) {
      if (layouts.size === 0) return
      const rows = [...layouts].map(([source, layout]) => [text(source), text(layout)])
      await db.insert({ table: 'layouts', columns: ['source', 'layout'], rows: tsv(rows) })
    },

    async loadLayouts() {
      const rows = await db.query<{ source: string; layout: string }>('SELECT source, layout FROM layouts FINAL')
      return new Map(rows.map(({ source, layout }) => [source, layout]))
    },
  }
}
