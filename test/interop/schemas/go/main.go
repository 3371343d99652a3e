// Judges cases by santhosh-tekuri/jsonschema. Prints the numbers of the cases that it takes for valid, as one JSON list.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

type testCase struct {
	Schema   string          `json:"schema"`
	Instance json.RawMessage `json:"instance"`
}

func run(folder, casesFile string) error {
	text, err := os.ReadFile(casesFile)
	if err != nil {
		return err
	}
	var cases []testCase
	if err := json.Unmarshal(text, &cases); err != nil {
		return err
	}
	compiler := jsonschema.NewCompiler()
	schemas := map[string]*jsonschema.Schema{}
	valid := []int{}
	for n, one := range cases {
		schema, known := schemas[one.Schema]
		if !known {
			if schema, err = compiler.Compile(filepath.Join(folder, one.Schema)); err != nil {
				return err
			}
			schemas[one.Schema] = schema
		}
		var instance any
		if err := json.Unmarshal(one.Instance, &instance); err != nil {
			return err
		}
		if schema.Validate(instance) == nil {
			valid = append(valid, n)
		}
	}
	return json.NewEncoder(os.Stdout).Encode(valid)
}

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
