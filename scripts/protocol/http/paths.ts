import type { SchemaNode } from '../field.ts'
import { type Answers, busy, content, line } from './answers.ts'
import { classParameter, embedParameters, overlayParameters, pageParameters, resultsParameters } from './parameters.ts'

interface Route {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly SchemaNode[]
  readonly responses: Answers
}

const component = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = { type: 'application/json', cacheControl: 'no-cache', isPublic: true }
const document = { cacheControl: 'public, max-age=300', isPublic: true }

const live: Readonly<Record<string, Route>> = {
  '/live': {
    operationId: 'page',
    summary: 'The page for spectators',
    description: 'Complete without JavaScript. Pages of other origins cannot read it.',
    parameters: pageParameters,
    responses: {
      ...content({ description: 'The page.', type: 'text/html', cacheControl: 'no-cache', isPublic: false }),
      ...busy(false),
    },
  },
  '/live/results.json': {
    operationId: 'resultsAsJson',
    summary: 'What the page shows, for a program',
    parameters: resultsParameters,
    responses: {
      ...content({ ...json, description: 'The results.', schema: component('results'), isDownload: true }),
      ...busy(true),
    },
  },
  '/live/results.csv': {
    operationId: 'resultsAsCsv',
    summary: 'What the page shows, for a spreadsheet',
    description:
      'UTF-8 with a byte order mark, a header line with the field names of results.json, and lines that end in CR LF. A ' +
      'text that would be a formula in a spreadsheet begins with an apostrophe.',
    parameters: resultsParameters,
    responses: {
      ...content({ ...json, description: 'The results.', type: 'text/csv', isDownload: true }),
      ...busy(true),
    },
  },
  '/live/history.json': {
    operationId: 'history',
    summary: 'What happened to runs on this day',
    parameters: classParameter,
    responses: content({ ...json, description: 'The changes.', schema: component('history') }),
  },
  '/live/card.png': {
    operationId: 'card',
    summary: 'A picture of the event, for links in chats',
    responses: {
      ...content({
        ...{ description: 'The picture, 1200 x 630.', type: 'image/png', schema: {} },
        ...{ cacheControl: 'public, max-age=3600', isPublic: true },
      }),
      '307': {
        description: 'The title has letters that cannot be drawn: a plain picture is elsewhere.',
        headers: { Location: { description: 'Its path.', required: true, schema: { type: 'string' } } },
      },
      ...busy(true),
    },
  },
}

const page = { type: 'text/html', cacheControl: 'no-cache', isPublic: false }

const screens: Readonly<Record<string, Route>> = {
  '/overlay': {
    operationId: 'overlay',
    summary: 'Plates over nothing, for video',
    description: 'A parameter that means nothing is named on the page. No site can show it in a frame.',
    parameters: overlayParameters,
    responses: { ...content({ ...page, description: 'The page.' }), ...busy(false) },
  },
  '/embed': {
    operationId: 'embed',
    summary: 'The results for a frame in another site',
    description: 'Sites that the setting FRAME_ANCESTORS names can show it in a frame, and no others.',
    parameters: embedParameters,
    responses: { ...content({ ...page, description: 'The page.' }), ...busy(false) },
  },
}

const documents: Readonly<Record<string, Route>> = {
  '/protocol/v1.json': {
    operationId: 'protocolSchema',
    summary: 'The JSON Schema of the live protocol',
    responses: content({
      ...{ ...document, description: 'The schema.', type: 'application/schema+json', schema: { type: 'object' } },
    }),
  },
  '/protocol/asyncapi.json': {
    operationId: 'asyncapi',
    summary: 'The AsyncAPI document of the live protocol',
    responses: content({ ...json, ...document, description: 'The document.', schema: { type: 'object' } }),
  },
  '/protocol/openapi.json': {
    operationId: 'openapi',
    summary: 'This document',
    responses: content({ ...json, ...document, description: 'The document.', schema: { type: 'object' } }),
  },
}

const monitors: Readonly<Record<string, Route>> = {
  '/healthz': {
    operationId: 'health',
    summary: 'Whether the process is well',
    responses: line('200', 'It is.', 'ok\n'),
  },
  '/readyz': {
    operationId: 'readiness',
    summary: 'Whether the server serves',
    responses: { ...line('200', 'It does.', 'ready\n'), ...line('503', 'It starts or stops.', 'starting\n') },
  },
}

/** Every public route. Each also answers HEAD, with the headers of GET. */
export const routes: Readonly<Record<string, { readonly get: Route }>> = Object.fromEntries(
  Object.entries({ ...live, ...screens, ...documents, ...monitors }).map(([path, get]) => [path, { get }]),
)
