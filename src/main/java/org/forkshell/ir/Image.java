package org.forkshell.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * The first value of an object of static storage duration: bytes, and addresses that are known only
 * when all has its place.
 */
public final class Image {
  /** The address of {@code target} and {@code addend} bytes more, to be written at {@code at}. */
  public record Address(int at, Symbol target, long addend) {}

  private final byte[] bytes;
  private final List<Address> addresses = new ArrayList<>(0);

  public Image(int size) {
    bytes = new byte[size];
  }

  public Image(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }

  public List<Address> addresses() {
    return addresses;
  }

  public void put(long at, long value, int size) {
    for (int i = 0; i < size; i++) {
      bytes[(int) at + i] = (byte) (value >>> 8 * i);
    }
  }

  public void putBits(long at, long value, int shift, int width, int size) {
    long mask = (width == 64 ? -1L : (1L << width) - 1) << shift;
    long old = 0;
    for (int i = 0; i < size; i++) {
      old |= (bytes[(int) at + i] & 0xffL) << 8 * i;
    }
    put(at, (old & ~mask) | ((value << shift) & mask), size);
  }

  public void putAddress(long at, Symbol target, long addend) {
    addresses.removeIf(address -> address.at == at);
    addresses.add(new Address((int) at, target, addend));
  }
}
