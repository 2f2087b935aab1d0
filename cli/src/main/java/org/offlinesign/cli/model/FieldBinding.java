package org.offlinesign.cli.model;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** A field of a command, or of an object in such a field. It is looked for when it is needed. */
final class FieldBinding implements IGetter, ISetter {
  private final Object command;
  private final String path;
  private @Nullable Member member;
  private @Nullable Object original;
  private boolean isChanged;

  /**
   * @param path names of fields, joined with dots
   */
  FieldBinding(Object command, String path) {
    this.command = command;
    this.path = path;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface declares it
  public <T> @Nullable T get() {
    return (T) member().get();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T set(@Nullable T value) {
    Object before = member().get();
    if (!isChanged) {
      isChanged = true;
      original = before;
    }
    member().set(value);
    return (T) before;
  }

  /** Gives the field back what it held at first. */
  void reset() {
    if (isChanged) {
      member().set(original);
      isChanged = false;
    }
  }

  private Member member() {
    if (member == null) {
      member = find();
    }
    return member;
  }

  private Member find() {
    Object owner = command;
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      owner = Member.of(owner, path.substring(from, dot)).object();
      from = dot + 1;
    }
    return Member.of(owner, path.substring(from));
  }

  /** A field of one object. */
  private record Member(Object owner, Field field) {
    static Member of(Object owner, String name) {
      try {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return new Member(owner, field);
      } catch (NoSuchFieldException e) {
        throw new AssertionError("the model of a command and its class are built together", e);
      }
    }

    @Nullable Object get() {
      try {
        return field.get(owner);
      } catch (IllegalAccessException e) {
        throw new AssertionError(field + " was made accessible", e);
      }
    }

    /** Returns the object in the field of a command for the options that it shares with others. */
    Object object() {
      Object object = get();
      if (object == null) {
        throw new AssertionError(field + " holds options and is set where it is declared");
      }
      return object;
    }

    void set(@Nullable Object value) {
      try {
        field.set(owner, value);
      } catch (IllegalAccessException e) {
        throw new AssertionError(field + " was made accessible", e);
      }
    }
  }
}
