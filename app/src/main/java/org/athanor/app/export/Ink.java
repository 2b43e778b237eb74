package org.athanor.app.export;

import java.util.List;

/// The colours of exported pictures, which have a white ground wherever they are looked at.
enum Ink {
    GROUND(0xffffff), TEXT(0x1f2328), MUTED(0x59636e), LABEL(0x6639ba), LANE_1(0x0969da), LANE_2(0xbc4c00), LANE_3(
            0x1a7f37),
    LANE_4(0x8250df), LANE_5(0xbf3989), LANE_6(0x0e7490);

    private static final List<Ink> LANES = List.of(LANE_1, LANE_2, LANE_3, LANE_4, LANE_5, LANE_6);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    static Ink lane(int lane) {
        return LANES.get(lane % LANES.size());
    }

    int rgb() {
        return rgb;
    }

    String hex() {
        return "#%06x".formatted(rgb);
    }
}
