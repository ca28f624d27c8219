package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * Cuts a line at the rectangle of a tile and its buffer, segment by segment, and rounds it to the
 * grid.
 *
 * <p>Method: Liang and Barsky, A new concept and method for line clipping (1984).
 */
final class LineCut {
  private final List<GridLine> lines = new ArrayList<>();
  private GridLine line = new GridLine();

  /** The part of the segment at hand that lies inside, as shares of its length. */
  private double from;

  private double to;

  private LineCut() {}

  /** The parts of a line inside, each of at least two vertices. */
  static List<GridLine> cut(CoordinateSequence metres, MetreWindow window) {
    var cut = new LineCut();
    double x = window.unitX(metres.getX(0));
    double y = window.unitY(metres.getY(0));
    for (int i = 1; i < metres.size(); i++) {
      double nextX = window.unitX(metres.getX(i));
      double nextY = window.unitY(metres.getY(i));
      cut.segment(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
    cut.end();
    return cut.lines;
  }

  private void segment(double x, double y, double nextX, double nextY) {
    double dx = nextX - x;
    double dy = nextY - y;
    from = 0;
    to = 1;
    boolean inside =
        clip(-dx, x - TileWindow.MIN)
            && clip(dx, TileWindow.MAX - x)
            && clip(-dy, y - TileWindow.MIN)
            && clip(dy, TileWindow.MAX - y);
    if (!inside) {
      end();
      return;
    }
    if (from > 0) {
      end();
    }
    add(x + from * dx, y + from * dy);
    add(x + to * dx, y + to * dy);
    if (to < 1) {
      end();
    }
  }

  /**
   * Cuts at one side.
   *
   * @param speed how fast the segment nears the side; negative if it comes from beyond
   * @param distance how far its beginning is inside of the side
   * @return whether anything is left
   */
  private boolean clip(double speed, double distance) {
    if (speed == 0) {
      return distance >= 0;
    }
    double share = distance / speed;
    if (speed < 0) {
      from = Math.max(from, share);
    } else {
      to = Math.min(to, share);
    }
    return from <= to;
  }

  private void add(double x, double y) {
    line.add((int) Math.round(x), (int) Math.round(y));
  }

  private void end() {
    if (line.size() > 1) {
      lines.add(line);
    }
    line = new GridLine();
  }
}
