package io.qingfen.reports.batch;

import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Look;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The chart of a section right of its cells, drawn from them by whoever opens the workbook. */
final class WorkbookCharts {
    private static final int LEFT = 3;
    private static final int WIDTH = 9;
    private static final int HEIGHT = 20;
    /** Blue, orange, grey, as on the page. */
    private static final byte[][] COLOURS = {
        {0x25, 0x63, (byte) 0xa8}, {(byte) 0xd9, (byte) 0x8a, 0x1f}, {(byte) 0x9a, (byte) 0xa4, (byte) 0xb2}
    };

    private WorkbookCharts() {}

    static void draw(XSSFSheet sheet, ReportSection section) {
        if (!section.look().isChart()) {
            return;
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, LEFT, 1, LEFT + WIDTH, 1 + HEIGHT));
        chart.setTitleText(section.title());
        chart.setTitleOverlay(false);
        int last = section.seen().size();
        XDDFDataSource<String> labels =
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, 0, 0));
        XDDFNumericalDataSource<Double> values =
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, 1, 1));
        XDDFChartData data =
                switch (section.look()) {
                    case DONUT -> ring(chart);
                    case BARS, WATERFALL -> bars(chart, BarDirection.BAR);
                    default -> bars(chart, BarDirection.COL);
                };
        XDDFChartData.Series series = data.addSeries(labels, values);
        series.setTitle(section.columns().get(1).title(), null);
        colour(series, section.look() == Look.DONUT ? last : 0);
        chart.plot(data);
    }

    /** Named, since the workbook has no theme that colours could come from. */
    private static void colour(XDDFChartData.Series series, int points) {
        series.setFillProperties(fill(0));
        for (int point = 0; point < points; point++) {
            series.getDataPoint(point).setFillProperties(fill(point));
        }
    }

    private static XDDFSolidFillProperties fill(int colour) {
        return new XDDFSolidFillProperties(XDDFColor.from(COLOURS[colour % COLOURS.length]));
    }

    private static XDDFChartData ring(XSSFChart chart) {
        chart.getOrAddLegend().setPosition(LegendPosition.RIGHT);
        XDDFChartData data = chart.createData(ChartTypes.DOUGHNUT, null, null);
        data.setVaryColors(true);
        return data;
    }

    private static XDDFChartData bars(XSSFChart chart, BarDirection direction) {
        boolean lying = direction == BarDirection.BAR;
        XDDFCategoryAxis labels = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        if (lying) {
            // the first row on top, as in the table
            labels.setOrientation(AxisOrientation.MAX_MIN);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, labels, values);
        data.setBarDirection(direction);
        data.setVaryColors(false);
        return data;
    }
}
