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
  /** Places: whole numbers, the first on top. */
  readonly places?: boolean
  /** x is a time of day, in ms; otherwise it counts. */
  readonly times?: boolean
  readonly height: number
  /** A line was touched or clicked. */
  readonly onPick?: (key: string) => void
}

/** How near to a line a finger must be, in CSS pixels. */
const reach = 22

/**
 * Lines on a canvas, labelled where they end, in the colours of the page as it is now. Whatever it shows stands in a
 * table, too.
 */
export function LineChart(props: LineChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot>(undefined)
  const current = useRef(props)
  current.current = props
  const shape = JSON.stringify([props.lines.map(({ key, name }) => [key, name]), props.places, props.times])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of lines is another chart
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
  const { lines, places = false, times = false, height } = props.current
  // Around one point alone: a quarter of an hour, or one run.
  const alone = times ? 15 * 60_000 : 1
  const lineAt = (index: number) => props.current.lines[index]
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
      x: { time: false, range: ({ data: [x] }) => fromFirstToLast(x, alone) },
      y: places
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
        size: places ? 32 : 56,
        space: places ? 18 : 36,
        ...(places ? { incrs: [1, 2, 5, 10, 20, 50] } : {}),
        values: (_, splits) => splits.map((value) => props.current.formatY(value)),
      },
    ],
    series: [
      {},
      ...lines.map((_, index): uPlot.Series => {
        return {
          stroke: () => colours().ofLine(lineAt(index)),
          width: 2,
          dash: colours().dashOf(lineAt(index)),
          points: { show: !places, size: 7, fill: () => colours().ofLine(lineAt(index)) },
          spanGaps: !places,
          paths: linearPaths(),
        }
      }),
    ],
    hooks: {
      // Before the lines are drawn: what was picked meanwhile is heavier.
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
  if (!paths) throw new Error('uPlot has no such paths')
  return paths
}

function highest({ lines }: LineChartProps): number {
  return lines.reduce((most, { values }) => values.reduce<number>((own, value) => Math.max(own, value ?? 0), most), 0)
}

/** uPlot's own range around one point alone would be years. */
function fromFirstToLast(x: ArrayLike<number>, alone: number): [number, number] {
  const [first = 0, last = 0] = [x[0], x[x.length - 1]]
  return first < last ? [first, last] : [first - alone, first + alone]
}

/** Zero is what everything is compared with, so it is always there. */
function aroundZero(low: number, high: number): [number, number] {
  const [from, to] = [Math.min(low ?? 0, 0), Math.max(high ?? 0, 0)]
  const margin = Math.max((to - from) * 0.12, 50)
  return [from - margin, to + margin]
}

/** The line under a finger, if one is near. */
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
