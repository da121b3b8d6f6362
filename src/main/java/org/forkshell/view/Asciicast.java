package org.forkshell.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

/** The lines of an asciicast, version 2: a header, then what appeared when, each a JSON value. */
public final class Asciicast {
  private Asciicast() {}

  /**
   * The first line, with its line end.
   *
   * @param width how many columns the player's terminal has
   * @param height how many rows
   */
  public static String header(String title, int width, int height) {
    JsonStringWriter header = JsonWriter.string().object();
    header
        .value("version", 2)
        .value("width", width)
        .value("height", height)
        .value("title", title)
        .object("env")
        .value("TERM", "xterm-256color")
        .end();
    return header.end().done() + "\n";
  }

  /**
   * A line for what appeared, with its line end.
   *
   * @param nanos since the recording began; never less than for the line before
   * @param text with line feeds, which a terminal that plays it does not take for carriage returns
   */
  public static String output(long nanos, String text) {
    JsonStringWriter event = JsonWriter.string().array();
    event.value(nanos / 1000 / 1e6).value("o").value(text.replace("\n", "\r\n"));
    return event.end().done() + "\n";
  }
}
