import { parentPort, workerData } from 'node:worker_threads'
import { type PassRequest, readPass } from './read-pass.ts'

// The worker thread around readPass: templates run here, so that one which loops or eats memory can be ended.

parentPort?.postMessage('ready')
parentPort?.on('message', async (request: PassRequest) => {
  parentPort?.postMessage(await readPass(request, workerData as string))
})
