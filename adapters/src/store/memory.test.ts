import { storeContract } from '../../../core/contracts/store.ts'
import { memoryStore } from './memory.ts'
import { packer } from './packer.ts'

storeContract('the memory store', async () => ({ store: memoryStore(), packer: packer(), stop: async () => undefined }))
