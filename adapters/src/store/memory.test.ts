import { storeContract } from '../../../core/contracts/store.ts'
import { memoryStore } from './memory.ts'

storeContract('the memory store', async () => ({ store: memoryStore(), stop: async () => undefined }))
