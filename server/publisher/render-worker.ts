import { parentPort, workerData } from 'node:worker_threads'
import { type PassRequest, readPass } from './read-pass.ts'

// The worker thread around readPass: templates run here, so that one which loops or eats memory can be ended.

parentPort?.on('message', (request: PassRequest) => {
  parentPort?.postMessage(readPass(request, workerData as string))
})
