'use client'

import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { type ChartColours, readColours, watchColours } from './chart-colours.ts'
import { drawLabels, labelWidth } from './chart-labels.ts'
import type { ChartLine } from './chart-line.ts'
import styles from './line-chart.module.css'

export interface LineChartProps {
  readonly label: string
  readonly x: readonly number[]
  readonly lines: readonly ChartLine[]
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
  /** The values are positions: whole numbers, 1 on top. */
  readonly positions?: boolean
  /** x is a time of day in Unix ms; otherwise a count. */
  readonly times?: boolean
  readonly height: number
  /** Called with the key of a line that is touched or clicked. */
  readonly onPick?: (key: string) => void
}

/** The greatest distance of a touch from its line, in CSS pixels. */
const reach = 22

/**
 * Lines on a canvas, labelled at their ends, in the current colours of the page. A canvas is not accessible: show the
 * same data as a table, too.
 */
export function LineChart(props: LineChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot>(undefined)
  const current = useRef(props)
  current.current = props
  const shape = JSON.stringify([props.lines.map(({ key, name }) => [key, name]), props.positions, props.times])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed set of lines needs a new chart
  useEffect(() => {
    const element = host.current
    if (!element) return
    let colours = readColours(element)
    const plot = new uPlot(
      optionsOf(current, () => colours, element.clientWidth),
      dataOf(current.current),
      element,
    )
    chart.current = plot
    const repaint = () => {
      colours = readColours(element)
      plot.redraw(false)
    }
    const stopWatching = watchColours(repaint)
    const observer = new ResizeObserver(() => {
      const { clientWidth } = element
      if (clientWidth > 0) plot.setSize({ width: clientWidth, height: current.current.height })
    })
    observer.observe(element)
    const pick = ({ clientX, clientY }: MouseEvent) => {
      const key = lineAt(plot, current.current, clientX, clientY)
      if (key !== undefined) current.current.onPick?.(key)
    }
    plot.over.addEventListener('click', pick)
    return () => {
      stopWatching()
      observer.disconnect()
      plot.destroy()
      chart.current = undefined
    }
  }, [shape])

  useEffect(() => {
    chart.current?.setData(dataOf(props))
    chart.current?.setSize({ width: host.current?.clientWidth || props.height, height: props.height })
  }, [props])

  return <div ref={host} className={styles.chart} role="img" aria-label={props.label} />
}

function dataOf({ x, lines }: LineChartProps): uPlot.AlignedData {
  return [[...x], ...lines.map(({ values }) => values.map((value) => value ?? null))]
}

function optionsOf(
  props: { readonly current: LineChartProps },
  colours: () => ChartColours,
  width: number,
): uPlot.Options {
  const { lines, positions = false, times = false, height } = props.current
  // The margin around a single point: a quarter of an hour, or one run.
  const margin = times ? 15 * 60_000 : 1
  const lineOf = (index: number) => props.current.lines[index]
  const axis = {
    stroke: () => colours().quiet,
    grid: { stroke: () => colours().grid, width: 1 },
    ticks: { show: false },
    font: `12px ${colours().font}`,
  }
  return {
    width: Math.max(width, 100),
    height,
    ms: 1,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, x: false, y: false },
    padding: [12, () => labelWidth(props.current.lines, colours(), width), 0, 0],
    scales: {
      x: { time: false, range: ({ data: [x] }) => fromFirstToLast(x, margin) },
      y: positions
        ? { dir: -1, range: () => [0.5, Math.max(2, highest(props.current)) + 0.5] }
        : { range: (_, low, high) => aroundZero(low, high) },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: times ? 64 : 32,
        incrs: times
          ? [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * 60_000)
          : [1, 2, 5, 10],
        values: (_, splits) => splits.map((value) => props.current.formatX(value)),
      },
      {
        ...axis,
        size: positions ? 32 : 56,
        space: positions ? 18 : 36,
        ...(positions ? { incrs: [1, 2, 5, 10, 20, 50] } : {}),
        values: (_, splits) => splits.map((value) => props.current.formatY(value)),
      },
    ],
    series: [
      {},
      ...lines.map((_, index): uPlot.Series => {
        return {
          stroke: () => colours().ofLine(lineOf(index)),
          width: 2,
          dash: colours().dashOf(lineOf(index)),
          points: { show: !positions, size: 7, fill: () => colours().ofLine(lineOf(index)) },
          spanGaps: !positions,
          paths: linearPaths(),
        }
      }),
    ],
    hooks: {
      // Before the lines are drawn: their weights change when one is picked.
      drawClear: [
        (plot) => {
          for (const [index, series] of plot.series.entries()) {
            if (index === 0) continue
            const line = props.current.lines[index - 1]
            series.width = line?.weight === 'thick' ? 4 : line?.weight === 'faint' ? 1 : 2
            series.dash = colours().dashOf(line)
          }
        },
      ],
      draw: [(plot) => drawLabels(plot, props.current.lines, colours())],
    },
  }
}

function linearPaths(): uPlot.Series.PathBuilder {
  const paths = uPlot.paths.linear?.()
  if (!paths) throw new Error('uPlot has no linear paths.')
  return paths
}

function highest({ lines }: LineChartProps): number {
  return lines.reduce((most, { values }) => values.reduce<number>((own, value) => Math.max(own, value ?? 0), most), 0)
}

/** uPlot's own range around a single point would be years. */
function fromFirstToLast(x: ArrayLike<number>, margin: number): [number, number] {
  const [first = 0, last = 0] = [x[0], x[x.length - 1]]
  return first < last ? [first, last] : [first - margin, first + margin]
}

/** Zero is the reference of all values, so it is always in the range. */
function aroundZero(low: number, high: number): [number, number] {
  const [from, to] = [Math.min(low ?? 0, 0), Math.max(high ?? 0, 0)]
  const margin = Math.max((to - from) * 0.12, 50)
  return [from - margin, to + margin]
}

/** The key of the line nearest to a touch, if one is within `reach`. */
function lineAt(plot: uPlot, { lines }: LineChartProps, clientX: number, clientY: number): string | undefined {
  const { left, top } = plot.over.getBoundingClientRect()
  const index = Math.max(
    0,
    plot.data[0].findLastIndex((x) => plot.valToPos(x, 'x') <= clientX - left),
  )
  const [nearest] = lines
    .map(({ key, values }) => ({ key, value: values[index] }))
    .filter(({ value }) => value !== undefined)
    .map(({ key, value = 0 }) => ({ key, distance: Math.abs(plot.valToPos(value, 'y') - (clientY - top)) }))
    .sort((a, b) => a.distance - b.distance)
  return nearest && nearest.distance <= reach ? nearest.key : undefined
}
