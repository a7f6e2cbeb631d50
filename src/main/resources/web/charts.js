// Draws the table of months as a chart, when it comes into view. The table stays what the chart is made of, so both
// always say the same; without this script, or where data is to be saved, there is the table alone.
(() => {
    'use strict';
    let library;

    function load(address) {
        library ??= new Promise((loaded, failed) => {
            const script = document.createElement('script');
            script.src = address;
            script.onload = () => loaded(window.echarts);
            script.onerror = failed;
            document.head.append(script);
        });
        return library;
    }

    function colour(name) {
        return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    }

    function options(table) {
        const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent.trim());
        const rows = [...table.tBodies[0].rows];
        const values = column => rows.map(row => Number(row.cells[column].dataset.value));
        const quiet = colour('--quiet');
        const axis = {axisLabel: {color: quiet}, splitLine: {lineStyle: {color: colour('--line')}}};
        return {
            animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
            textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
            grid: {left: 8, right: 8, top: 40, bottom: 8, containLabel: true},
            legend: {top: 0, textStyle: {color: quiet}},
            tooltip: {trigger: 'axis', renderMode: 'richText', confine: true},
            xAxis: {type: 'category', data: rows.map(row => row.cells[0].textContent.trim()), ...axis},
            yAxis: [{type: 'value', minInterval: 1, ...axis}, {type: 'value', minInterval: 1, ...axis, splitLine: {show: false}}],
            series: [
                {type: 'bar', name: heads[2], data: values(2), color: colour('--bar-before')},
                {type: 'bar', name: heads[1], data: values(1), color: colour('--bar')},
                {type: 'line', name: heads[3], data: values(3), yAxisIndex: 1, color: colour('--chart-line'), symbolSize: 7},
            ],
        };
    }

    async function draw(place) {
        const table = place.parentElement.querySelector('table');
        const echarts = await load(place.dataset.script);
        if (!place.isConnected || place.dataset.drawn) {
            return;
        }
        place.dataset.drawn = 'yes';
        place.hidden = false;
        const chart = echarts.init(place);
        chart.setOption(options(table));
        new ResizeObserver(() => chart.resize()).observe(place);
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => chart.setOption(options(table)));
    }

    function watch() {
        if (navigator.connection?.saveData) {
            return;
        }
        const seen = new IntersectionObserver(entries => entries
            .filter(entry => entry.isIntersecting)
            .forEach(entry => {
                seen.unobserve(entry.target);
                draw(entry.target.querySelector('.chart')).catch(() => {});
            }));
        document.querySelectorAll('.trend').forEach(card => seen.observe(card));
    }

    document.addEventListener('DOMContentLoaded', watch);
    document.addEventListener('htmx:afterSettle', watch);
})();
