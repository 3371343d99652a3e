// java -cp gson.jar Errors.java spec/vectors/error-type.json: the name of an error
import com.google.gson.Gson;
import java.nio.file.*;
import java.util.*;
import java.util.stream.Stream;

class Errors {
    record VectorFile(List<Map<String, Object>> vectors) {}

    // The first that is there names the error; a URL may follow a colon, a namespace may end in #.
    static Object errorName(Object... places) {
        var first = Stream.of(places).filter(Objects::nonNull).map(Object::toString).findFirst();
        return first.map(raw -> raw.replaceFirst("(?s):.*", "").replaceFirst("(?s).*#", "")).orElse(null);
    }

    public static void main(String[] names) throws Exception {
        var file = new Gson().fromJson(Files.readString(Path.of(names[0])), VectorFile.class);
        for (var one : file.vectors()) {
            if (!Objects.equals(errorName(one.get("header"), one.get("code"), one.get("__type")), one.get("name"))) {
                throw new AssertionError(names[0] + ": " + one.get("why"));
            }
        }
        System.out.println(file.vectors().size() + " vectors hold");
    }
}
