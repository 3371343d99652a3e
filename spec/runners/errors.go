// go run errors.go spec/vectors/error-type.json: the name of an error
package main

import (
	"encoding/json"
	"log"
	"os"
	"strings"
)

// The first that is there names the error; a URL may follow a colon, a namespace may end in #.
func errorName(places ...any) any {
	for _, raw := range places {
		if raw, is := raw.(string); is {
			name, _, _ := strings.Cut(raw, ":")
			return name[strings.LastIndex(name, "#")+1:]
		}
	}
	return nil
}

func main() {
	var file struct{ Vectors []map[string]any }
	text, _ := os.ReadFile(os.Args[1])
	json.Unmarshal(text, &file)
	for _, one := range file.Vectors {
		if errorName(one["header"], one["code"], one["__type"]) != one["name"] {
			log.Fatalf("%s: %s", os.Args[1], one["why"])
		}
	}
	log.Println(len(file.Vectors), "vectors hold")
}
